select c.name, c.address
from customers c
cross join lateral (
  select p.payment_id
  from payments p, cards k
  where k.card_id = p.card_id and k.customer_id = c.customer_id
    and p.country != 'GB' and not p.amount < 500
  limit 1
) first_found
order by c.name, c.address;

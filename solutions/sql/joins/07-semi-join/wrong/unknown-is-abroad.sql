-- mistake: a payment without a country counts as one abroad
select c.name, c.address
from customers c
where exists (select from cards k join payments p using (card_id)
              where k.customer_id = c.customer_id and p.country is distinct from 'GB' and p.amount >= 500)
order by c.name, c.address;

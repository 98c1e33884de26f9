-- mistake: one row for every large payment abroad instead of one for every customer
select c.name, c.address
from customers c
join cards k on k.customer_id = c.customer_id
join payments p on p.card_id = k.card_id
where p.country <> 'GB' and p.amount >= 500
order by c.name, c.address;

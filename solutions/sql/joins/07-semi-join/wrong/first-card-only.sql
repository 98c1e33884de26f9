-- mistake: looks at each customer's first card only
select c.name, c.address
from customers c
join (select customer_id, min(card_id) as card_id from cards group by customer_id) k on k.customer_id = c.customer_id
where exists (select from payments p where p.card_id = k.card_id and p.country <> 'GB' and p.amount >= 500)
order by c.name, c.address;

select c.name, c.address
from customers c
join cards k on k.customer_id = c.customer_id
join payments p on p.card_id = k.card_id
where p.country not in ('GB') and p.amount >= 500.00
group by c.customer_id
order by c.name, c.address;

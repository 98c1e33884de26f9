-- mistake: adds up the customer's payments abroad instead of looking at single ones
select c.name, c.address
from customers c
join cards k on k.customer_id = c.customer_id
join payments p on p.card_id = k.card_id
where p.country <> 'GB'
group by c.customer_id
having sum(p.amount) >= 500
order by c.name, c.address;

-- mistake: an order of 0.00 is not counted
select customer_id, count(*) as orders, sum(amount) as spent
from orders
where status = 'delivered' and ordered_on between '2026-01-01' and '2026-12-31' and amount > 0
group by customer_id
having count(*) >= 3 and sum(amount) > 100
order by spent desc, customer_id;

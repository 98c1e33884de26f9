-- mistake: equal amounts are sorted by the number of orders before the customer
select customer_id, count(*) as orders, sum(amount) as spent
from orders
where status = 'delivered' and ordered_on between '2026-01-01' and '2026-12-31'
group by customer_id
having count(*) >= 3 and sum(amount) > 100
order by spent desc, orders desc, customer_id;

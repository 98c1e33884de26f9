-- mistake: orders of other years are counted
select customer_id, count(*) as orders, sum(amount) as spent
from orders
where status = 'delivered'
group by customer_id
having count(*) >= 3 and sum(amount) > 100
order by spent desc, customer_id;

-- mistake: WHERE can't use aggregates, there are no groups yet
select customer_id, count(*) as orders, sum(amount) as spent
from orders
where status = 'delivered' and ordered_on between '2026-01-01' and '2026-12-31' and count(*) >= 3 and sum(amount) > 100
group by customer_id
order by spent desc, customer_id;

-- mistake: takes "more than 100.00" for "101 and more", so 100.50 is not enough
select customer_id, count(*) as orders, sum(amount) as spent
from orders
where status = 'delivered' and ordered_on between '2026-01-01' and '2026-12-31'
group by customer_id
having count(*) >= 3 and sum(amount) >= 101
order by spent desc, customer_id;

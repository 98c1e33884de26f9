-- mistake: WHERE asks for single orders above 100.00 instead of all orders of a customer together
select customer_id, count(*) as orders, sum(amount) as spent
from orders
where status = 'delivered' and ordered_on between '2026-01-01' and '2026-12-31' and amount > 100
group by customer_id
having count(*) >= 3
order by spent desc, customer_id;

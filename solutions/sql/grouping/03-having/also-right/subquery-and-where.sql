select *
from (select customer_id, count(*) as orders, sum(amount) as spent
      from orders
      where status = 'delivered' and extract(year from ordered_on) = 2026
      group by customer_id) per_customer
where orders > 2 and spent > 100.00
order by spent desc, customer_id;

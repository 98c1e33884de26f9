select customer_id, orders, spent
from (select customer_id, ordered_on,
             count(*) over w as orders, sum(amount) over w as spent, row_number() over (partition by customer_id) as n
      from orders
      where status = 'delivered' and to_char(ordered_on, 'YYYY') = '2026'
      window w as (partition by customer_id)) counted
where n = 1 and orders >= 3 and spent > 100
order by spent desc, customer_id;

select c.customer_id, t.orders, t.spent
from (select distinct customer_id from orders) c
join lateral (
  select count(*) as orders, sum(amount) as spent
  from orders o
  where o.customer_id = c.customer_id and o.status = 'delivered' and date_trunc('year', o.ordered_on) = timestamp '2026-01-01'
) t on t.orders >= 3 and t.spent > 100
order by t.spent desc, c.customer_id;

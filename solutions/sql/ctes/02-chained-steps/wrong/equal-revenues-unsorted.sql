-- mistake: tiers of equal revenue are sorted by their customers instead of by name
with order_values as (
  select o.order_id, o.customer_id, coalesce(sum(l.quantity * l.unit_price), 0) as value
  from orders o left join order_lines l using (order_id)
  where o.status = 'paid'
  group by o.order_id
),
per_customer as (
  select customer_id, count(order_id) as orders, coalesce(sum(value), 0) as spent, max(value) as largest
  from customers left join order_values using (customer_id)
  group by customer_id
)
select case when orders >= 2 and spent >= 200 then 'gold' when orders >= 1 then 'silver' else 'asleep' end as tier,
       count(*) as customers, sum(orders) as orders, sum(spent) as revenue, max(largest) as largest
from per_customer
group by 1
order by revenue desc, customers desc;

with order_values as (
  select o.order_id, o.customer_id, coalesce(sum(l.quantity * l.unit_price), 0) as value
  from orders o
  left join order_lines l on l.order_id = o.order_id
  where o.status <> 'cancelled'
  group by o.order_id
),
per_customer as (
  select c.customer_id, count(v.order_id) as orders, coalesce(sum(v.value), 0) as spent, max(v.value) as largest
  from customers c
  left join order_values v on v.customer_id = c.customer_id
  group by c.customer_id
),
tiers as (
  select case when orders >= 2 and spent >= 200 then 'gold'
              when orders >= 1 then 'silver'
              else 'asleep'
         end as tier,
         orders, spent, largest
  from per_customer
)
select tier, count(*) as customers, sum(orders) as orders, sum(spent) as revenue, max(largest) as largest
from tiers
group by tier
order by revenue desc, tier;

with v as (
  select o.order_id, o.customer_id, coalesce(l.value, 0) as value
  from orders o
  left join lateral (select sum(quantity * unit_price) as value from order_lines where order_id = o.order_id) l on true
  where o.status != 'cancelled'
),
buyers as (
  select customer_id, count(*) as n, sum(value) as spent, max(value) as largest from v group by customer_id
),
report as (
  select 'gold' as tier, count(*) as customers, sum(n) as orders, sum(spent) as revenue, max(largest) as largest
  from buyers where n >= 2 and spent >= 200
  union all
  select 'silver', count(*), sum(n), sum(spent), max(largest)
  from buyers where not (n >= 2 and spent >= 200)
  union all
  select 'asleep', count(*), 0, 0, null
  from customers where customer_id not in (select customer_id from buyers)
)
select * from report where customers > 0 order by revenue desc, tier;

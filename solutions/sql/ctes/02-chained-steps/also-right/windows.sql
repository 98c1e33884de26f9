with values_of_orders as (
  select distinct c.customer_id, o.order_id,
         case when o.order_id is not null
              then coalesce(sum(l.quantity * l.unit_price) over (partition by o.order_id), 0) end as value
  from customers c
  left join orders o on o.customer_id = c.customer_id and o.status = 'paid'
  left join order_lines l on l.order_id = o.order_id
),
placed as (
  select *, count(order_id) over w as n, sum(value) over w as spent
  from values_of_orders
  window w as (partition by customer_id)
)
select case when n >= 2 and spent >= 200 then 'gold' when n > 0 then 'silver' else 'asleep' end as tier,
       count(distinct customer_id) as customers, count(order_id) as orders, coalesce(sum(value), 0) as revenue, max(value) as largest
from placed
group by 1
order by 4 desc, 1;

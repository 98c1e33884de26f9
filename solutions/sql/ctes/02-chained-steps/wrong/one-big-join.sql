-- mistake: counts lines as orders and takes the largest line for the largest order
with per_customer as (
  select c.customer_id, count(o.order_id) as orders, coalesce(sum(l.quantity * l.unit_price), 0) as spent,
         max(l.quantity * l.unit_price) as largest
  from customers c
  left join orders o on o.customer_id = c.customer_id and o.status = 'paid'
  left join order_lines l on l.order_id = o.order_id
  group by c.customer_id
)
select case when orders >= 2 and spent >= 200 then 'gold' when orders >= 1 then 'silver' else 'asleep' end as tier,
       count(*) as customers, sum(orders) as orders, sum(spent) as revenue, max(largest) as largest
from per_customer
group by 1
order by revenue desc, tier;

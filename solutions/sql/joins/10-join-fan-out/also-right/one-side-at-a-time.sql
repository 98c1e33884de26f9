with totals as (
  select o.order_id, coalesce(sum(l.quantity * l.unit_price), 0) as total
  from orders o
  left join order_lines l on l.order_id = o.order_id
  group by o.order_id
)
select t.order_id, t.total, coalesce(sum(p.amount), 0) as paid, t.total - coalesce(sum(p.amount), 0) as balance
from totals t
left join payments p on p.order_id = t.order_id
group by t.order_id, t.total
order by balance desc, t.order_id;

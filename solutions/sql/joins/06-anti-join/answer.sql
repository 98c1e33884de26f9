select p.product_id, p.name
from products p
where not exists (
  select
  from order_lines l
  join orders o on o.order_id = l.order_id
  where l.product_id = p.product_id
    and o.status <> 'cancelled'
)
order by p.product_id;

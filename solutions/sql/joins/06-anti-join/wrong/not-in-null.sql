-- mistake: NOT IN with a NULL in its list is never true
select product_id, name
from products
where product_id not in (
  select l.product_id from order_lines l join orders o on o.order_id = l.order_id where o.status <> 'cancelled'
)
order by product_id;

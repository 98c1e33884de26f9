select product_id, name
from products
where product_id not in (
  select l.product_id
  from order_lines l
  where l.product_id is not null
    and l.order_id not in (select order_id from orders where status = 'cancelled')
)
order by product_id;

-- mistake: turns the product of gift wrapping into 0, so a product with the number 0 seems sold
select product_id, name
from products
where product_id not in (
  select coalesce(l.product_id, 0) from order_lines l join orders o on o.order_id = l.order_id where o.status <> 'cancelled'
)
order by product_id;

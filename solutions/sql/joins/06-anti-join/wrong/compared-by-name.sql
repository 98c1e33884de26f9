-- mistake: compares names, so a product is taken for sold when another of the same name is
select product_id, name
from products
where name not in (
  select p.name
  from products p join order_lines l on l.product_id = p.product_id join orders o on o.order_id = l.order_id
  where o.status <> 'cancelled'
)
order by product_id;

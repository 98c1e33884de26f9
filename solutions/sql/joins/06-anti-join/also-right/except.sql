with unsold as (
  select product_id from products
  except
  select product_id from order_lines join orders using (order_id) where status <> 'cancelled'
)
select product_id, name
from products join unsold using (product_id)
order by product_id;

select product_id, name, price
from products
join (values ('shoes'), ('boots'), ('socks')) as ticked (category) using (category)
where not (price < 40 or price > 120)
  and strpos(lower(name), 'trail') <> 0;

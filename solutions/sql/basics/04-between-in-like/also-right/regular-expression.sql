select product_id, name, price
from products
where price <@ numrange(40, 120, '[]')
  and category = any ('{shoes,boots,socks}')
  and name ~* 'trail';

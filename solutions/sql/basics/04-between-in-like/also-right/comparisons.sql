select p.product_id, p.name, p.price
from products as p
where p.price >= 40.00 and p.price <= 120.00
  and (p.category = 'shoes' or p.category = 'boots' or p.category = 'socks')
  and lower(p.name) like '%trail%'
order by p.price desc;

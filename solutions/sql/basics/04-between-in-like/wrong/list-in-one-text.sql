-- mistake: one pair of quotes makes one long word of the three categories
select product_id, name, price
from products
where price between 40 and 120 and category in ('shoes, boots, socks') and name ilike '%trail%';

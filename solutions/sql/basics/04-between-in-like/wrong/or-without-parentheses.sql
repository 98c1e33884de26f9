-- mistake: AND binds before OR, so price and name are each tested for one category only
select product_id, name, price
from products
where price between 40 and 120 and category = 'shoes' or category = 'boots' or category = 'socks' and name ilike '%trail%';

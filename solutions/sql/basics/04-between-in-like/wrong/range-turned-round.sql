-- mistake: BETWEEN with the larger number first is never true
select product_id, name, price
from products
where price between 120 and 40 and category in ('shoes', 'boots', 'socks') and name ilike '%trail%';

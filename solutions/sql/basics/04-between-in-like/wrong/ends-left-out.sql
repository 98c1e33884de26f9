-- mistake: > and < leave out the two ends of the range
select product_id, name, price
from products
where price > 40 and price < 120 and category in ('shoes', 'boots', 'socks') and name ilike '%trail%';

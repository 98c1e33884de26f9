-- mistake: looks for fewer letters than asked for, so a railway boot is found too
select product_id, name, price
from products
where price between 40 and 120 and category in ('shoes', 'boots', 'socks') and name ilike '%rail%';

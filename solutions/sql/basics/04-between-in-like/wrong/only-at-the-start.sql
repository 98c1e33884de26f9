-- mistake: without the first % only names that begin with the word are found
select product_id, name, price
from products
where price between 40 and 120 and category in ('shoes', 'boots', 'socks') and name ilike 'trail%';

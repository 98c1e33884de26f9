-- mistake: the equals sign knows no patterns, it looks for a name with two percent signs
select product_id, name, price
from products
where price between 40 and 120 and category in ('shoes', 'boots', 'socks') and name = '%trail%';

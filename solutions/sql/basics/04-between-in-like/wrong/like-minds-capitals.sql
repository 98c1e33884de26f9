-- mistake: LIKE takes capitals for other letters, so Trail and TRAIL are not found
select product_id, name, price
from products
where price between 40 and 120 and category in ('shoes', 'boots', 'socks') and name like '%trail%';

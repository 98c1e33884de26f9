-- mistake: lists the spellings in sight instead of comparing without regard to capitals
select product_id, name, price
from products
where price between 40 and 120
  and category in ('shoes', 'boots', 'socks')
  and (name like '%trail%' or name like '%Trail%' or name like '%TRAIL%');

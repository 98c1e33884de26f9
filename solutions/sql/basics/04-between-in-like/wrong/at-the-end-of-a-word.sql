-- mistake: looks for the letters at the end of a word, so Trailblazer is not found
select product_id, name, price
from products
where price between 40 and 120
  and category in ('shoes', 'boots', 'socks')
  and (name ilike '%trail' or name ilike '%trail %');

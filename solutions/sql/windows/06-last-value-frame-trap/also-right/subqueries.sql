select c.product, c.valid_from, c.price,
       (select f.price from price_changes f where f.product = c.product order by f.valid_from limit 1) as first_price,
       (select l.price from price_changes l
        where l.product = c.product
          and l.valid_from = (select max(valid_from) from price_changes where product = c.product)) as last_price
from price_changes c
order by c.product, c.valid_from;

-- mistake: skips NULLs, so a product that is no longer on sale shows an old price
select product, valid_from, price,
       (select f.price from price_changes f where f.product = c.product and f.price is not null
        order by f.valid_from limit 1) as first_price,
       (select l.price from price_changes l where l.product = c.product and l.price is not null
        order by l.valid_from desc limit 1) as last_price
from price_changes c
order by product, valid_from;

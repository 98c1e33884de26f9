with oldest as (
  select distinct on (product) product, price from price_changes order by product, valid_from
),
newest as (
  select distinct on (product) product, price from price_changes order by product, valid_from desc
)
select c.product, c.valid_from, c.price, o.price as first_price, n.price as last_price
from price_changes c
join oldest o using (product)
join newest n using (product)
order by 1, 2;

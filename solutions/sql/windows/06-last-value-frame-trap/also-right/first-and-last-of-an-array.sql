select c.product, c.valid_from, c.price, h.prices[1] as first_price, h.prices[cardinality(h.prices)] as last_price
from price_changes c
join (select product, array_agg(price order by valid_from) as prices from price_changes group by product) h
  on h.product = c.product
order by c.product, c.valid_from;

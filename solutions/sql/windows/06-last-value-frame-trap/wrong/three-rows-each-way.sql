-- mistake: the frame reaches three rows each way, which is enough for the products of today alone
select product,
       valid_from,
       price,
       first_value(price) over history as first_price,
       last_value(price)  over history as last_price
from price_changes
window history as (
  partition by product
  order by valid_from
  rows between 3 preceding and 3 following
)
order by product, valid_from;

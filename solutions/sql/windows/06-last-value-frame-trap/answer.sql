select product,
       valid_from,
       price,
       first_value(price) over history as first_price,
       last_value(price)  over history as last_price
from price_changes
window history as (
  partition by product
  order by valid_from
  rows between unbounded preceding and unbounded following
)
order by product, valid_from;

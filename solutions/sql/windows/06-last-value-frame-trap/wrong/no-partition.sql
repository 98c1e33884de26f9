-- mistake: no PARTITION BY, so all products share one first and one last price
select product, valid_from, price, first_value(price) over w as first_price, last_value(price) over w as last_price
from price_changes
window w as (order by valid_from, product rows between unbounded preceding and unbounded following)
order by product, valid_from;

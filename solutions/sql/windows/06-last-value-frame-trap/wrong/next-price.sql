-- mistake: the next price instead of the last one
select product, valid_from, price, first_value(price) over w as first_price, lead(price) over w as last_price
from price_changes
window w as (partition by product order by valid_from)
order by product, valid_from;

-- mistake: the default frame ends at the current row, so last_value() repeats the row's own price
select product, valid_from, price, first_value(price) over w as first_price, last_value(price) over w as last_price
from price_changes
window w as (partition by product order by valid_from)
order by product, valid_from;

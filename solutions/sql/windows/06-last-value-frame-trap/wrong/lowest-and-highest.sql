-- mistake: the lowest and the highest price instead of the first and the last
select product, valid_from, price, min(price) over w as first_price, max(price) over w as last_price
from price_changes
window w as (partition by product)
order by product, valid_from;

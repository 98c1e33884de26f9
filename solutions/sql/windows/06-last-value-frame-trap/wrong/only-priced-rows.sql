-- mistake: rows without a price are left out
select product, valid_from, price, first_value(price) over w as first_price, last_value(price) over w as last_price
from price_changes
where price is not null
window w as (partition by product order by valid_from rows between unbounded preceding and unbounded following)
order by product, valid_from;

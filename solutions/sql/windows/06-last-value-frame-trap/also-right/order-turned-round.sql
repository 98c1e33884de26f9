select product, valid_from, price,
       first_value(price) over (partition by product order by valid_from) as first_price,
       first_value(price) over (partition by product order by valid_from desc) as last_price
from price_changes
order by product, valid_from;

-- mistake: looks for the last day's price without the product, so a product gets prices of another with the same last day
select h.product, h.valid_from, h.price,
       first_value(h.price) over (partition by h.product order by h.valid_from) as first_price,
       l.price as last_price
from price_changes h
join (select product, max(valid_from) as day from price_changes group by product) newest on newest.product = h.product
join price_changes l on l.valid_from = newest.day
order by h.product, h.valid_from;

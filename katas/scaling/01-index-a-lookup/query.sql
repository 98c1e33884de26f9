select order_id, ordered_on, total
from orders
where customer_id = 4217
order by order_id;

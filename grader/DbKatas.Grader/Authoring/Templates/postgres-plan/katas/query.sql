-- TODO(author): the query that is to be made cheap. Without this file the answer is the query.
select order_id, total
from orders
where customer_id = 217
order by order_id;

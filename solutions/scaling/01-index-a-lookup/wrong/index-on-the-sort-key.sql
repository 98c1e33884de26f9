-- mistake: the index is on the column of ORDER BY, and the customer is not in it
create index on orders (order_id);

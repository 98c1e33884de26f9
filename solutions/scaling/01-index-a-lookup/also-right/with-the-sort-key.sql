-- The second column gives the rows in the order that is asked for.
create index on orders (customer_id, order_id);

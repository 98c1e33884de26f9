create index orders_by_customer on orders (customer_id, order_id) include (ordered_on, total);

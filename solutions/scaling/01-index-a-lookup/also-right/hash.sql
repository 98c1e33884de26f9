-- A hash index finds equal values, and can do nothing else.
create index orders_by_customer on orders using hash (customer_id);

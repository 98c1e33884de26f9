create index if not exists orders_by_customer on orders using btree (customer_id desc nulls last);
analyze orders;

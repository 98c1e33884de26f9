-- TODO(author): the answer that an expert would write.
create index orders_customer_id_idx on orders (customer_id);

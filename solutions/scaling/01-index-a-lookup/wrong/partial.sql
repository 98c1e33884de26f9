-- mistake: the index holds open orders alone, and the query asks for all
create index on orders (customer_id) where status = 'open';

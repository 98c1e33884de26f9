-- mistake: the index is on an expression that the query does not use
create index on orders ((customer_id::text));

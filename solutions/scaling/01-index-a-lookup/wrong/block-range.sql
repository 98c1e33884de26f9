-- mistake: a block range index helps where neighbours have similar values, and here they have not
create index on orders using brin (customer_id);

-- mistake: the customer is the second column, so its entries are spread over the whole index
create index on orders (ordered_on, customer_id);

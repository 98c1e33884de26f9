-- TODO(author): instead of this, a right answer in a really different style. Call the file after the style.
create index on orders (customer_id, order_id);
analyze orders;

-- mistake: the customer is the second column of the index
-- TODO(author): instead of this, a mistake that learners really make; the first line says what it is. Call the file after it.
create index on orders (total, customer_id);

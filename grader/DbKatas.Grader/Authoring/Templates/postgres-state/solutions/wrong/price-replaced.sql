-- mistake: the price becomes 1.00 instead of growing by it
-- TODO(author): instead of this, a mistake that learners really make; the first line says what it is. Call the file after it.
update things set price = 1.00 where price > 10.00;

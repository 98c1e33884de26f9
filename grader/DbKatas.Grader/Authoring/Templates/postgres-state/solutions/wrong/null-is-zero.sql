-- mistake: things without a price get one
-- TODO(author): instead of this, a mistake that learners really make; the first line says what it is. Call the file after it.
update things set price = coalesce(price, 0) + case when price > 10.00 then 1.00 else 0.00 end;

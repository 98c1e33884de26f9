-- mistake: equally dear things come in the order of their names
-- TODO(author): instead of this, a mistake that learners really make; the first line says what it is. Call the file after it.
select thing_id, name, price from things where price > 10 order by price desc, name desc;

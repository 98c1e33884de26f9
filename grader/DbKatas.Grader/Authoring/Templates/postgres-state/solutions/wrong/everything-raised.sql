-- mistake: there is no WHERE, so everything is raised
-- TODO(author): instead of this, a mistake that learners really make; the first line says what it is. Call the file after it.
update things set price = price + 1.00;

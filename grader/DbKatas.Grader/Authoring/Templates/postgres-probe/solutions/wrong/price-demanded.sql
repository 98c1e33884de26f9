-- mistake: a thing without a price is refused
-- TODO(author): instead of this, a mistake that learners really make; the first line says what it is. Call the file after it.
create table things (
  thing_id int primary key,
  name     text not null,
  price    numeric not null check (price > 0)
);

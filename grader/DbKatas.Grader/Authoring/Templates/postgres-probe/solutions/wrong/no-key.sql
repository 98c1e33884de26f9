-- mistake: no key: two things may share a number
-- TODO(author): instead of this, a mistake that learners really make; the first line says what it is. Call the file after it.
create table things (
  thing_id int,
  name     text not null,
  price    numeric check (price > 0)
);

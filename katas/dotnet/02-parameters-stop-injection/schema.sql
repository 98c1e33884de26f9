create table customers (
  id          int primary key,
  name        text not null,
  city        text not null,
  discount    int not null default 0   -- nobody but the shop is to know it, not even by the order of a list
);

insert into customers values
  (1, 'Ann Archer',        'Leeds',   5),
  (2, 'Siobhan O''Brien',  'Cork',    0),   -- an apostrophe: ends a text too early if it gets into the statement
  (3, 'Ben Archer',        'Bath',   10),
  (4, 'Ann Archer',        'York',    0),   -- the same name again
  (5, '100% Cotton',       'Derby',  15),   -- % and _ have a meaning in LIKE
  (6, '100 Cotton Ways',   'Leeds',   0),   -- what the pattern 100% finds as well
  (7, 'snake_case Ltd',    'Bath',    0),
  (8, 'snakeXcase Ltd',    'York',    0),   -- what the pattern snake_case finds as well
  (9, 'Back\slash & Sons', 'Cork',    0);   -- a backslash takes the meaning away from the sign after it

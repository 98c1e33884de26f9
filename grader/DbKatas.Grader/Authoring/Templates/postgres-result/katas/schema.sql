-- TODO(author): tables of your own, and 5 to 40 rows. Each row is there for a reason: say it in a comment. What a question takes for granted goes into constraints, or into domain.json.
create table things (
  thing_id int primary key,
  name     text not null,
  price    numeric(8, 2)  -- NULL: not known yet
);

insert into things values
  (4, 'Kite',   12.50),
  (1, 'Ball',   10.00),  -- 10.00 is not dearer than 10.00
  (3, 'Puzzle', 12.50),  -- as dear as the kite
  (7, 'Lamp',   30.00),  -- the dearest, and its number is not the first
  (2, 'Top',    10.50),
  (5, 'Card',    null),  -- no price
  (6, 'Cup',     9.99);

create table products (
  product_id int primary key,
  name       text not null,
  price      numeric(8, 2) not null check (price >= 0)
);

-- what other shops ask for the same thing
create table offers (
  offer_id   int primary key,
  product_id int not null references products,
  price      numeric(8, 2) check (price >= 0)  -- NULL: on request
);

insert into products values
  (2, 'Toaster', 30.00),  -- cheaper than one of two
  (1, 'Kettle',  25.00),  -- cheaper than all
  (3, 'Mixer',   80.00),  -- dearer than all
  (4, 'Scales',  15.00),  -- nobody else has it
  (5, 'Grill',   60.00),  -- as cheap as the cheapest: not cheaper
  (6, 'Whisk',    4.00),  -- cheaper than the one price that is known
  (7, 'Press',   12.00),  -- the only offer is on request
  (8, 'Sieve',   9.00),  -- dearer than the one price that is known
  (9, 'Ladle',   7.00);  -- as cheap as the only offer: it does not even beat one

insert into offers values
  (1, 1, 26.00), (2, 1, 31.00),
  (3, 2, 28.00), (4, 2, 33.00),
  (5, 3, 70.00), (6, 3, 75.00), (7, 3, 70.00),
  (8, 5, 60.00), (9, 5, 65.00),
  (10, 6, 5.00), (11, 6, null),
  (12, 7, null),
  (13, 8, 8.00), (14, 8, null),
  (15, 9, 7.00);

create table products (
  product_id int primary key,
  name       text not null
);

create table orders (
  order_id int primary key,
  status   text not null check (status in ('open', 'paid', 'cancelled'))
);

create table order_lines (
  order_id   int not null references orders,
  line_no    int not null,
  product_id int references products,  -- NULL: gift wrapping
  primary key (order_id, line_no)
);

insert into products values
  (3, 'Yo-yo'),       -- ordered twice, cancelled twice
  (2, 'Chess set'),   -- in no order line
  (1, 'Kite'),
  (4, 'Marbles'),     -- cancelled once, sold once: sold
  (5, 'Puzzle'),      -- only in an open order: sold
  (6, 'Chess set');   -- a newer set of the same name, and this one sells

insert into orders values
  (101, 'paid'),
  (102, 'cancelled'),
  (103, 'cancelled'),
  (104, 'open'),
  (105, 'paid');      -- an order without lines

insert into order_lines values
  (101, 1, 1), (101, 2, 6),
  (101, 3, null),     -- gift wrapping: NOT IN stumbles over it
  (102, 1, 3), (102, 2, 4),
  (103, 1, 3),
  (104, 1, 4), (104, 2, 5), (104, 3, 1);

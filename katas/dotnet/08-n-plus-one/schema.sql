create table customers (
  id    int primary key,
  name  text not null
);

create table orders (
  id           int primary key,
  customer_id  int not null references customers,
  placed_on    date not null
);

create table order_lines (
  order_id  int not null references orders,
  line_no   int not null,
  product   text not null,
  quantity  int not null check (quantity > 0),
  price     numeric(8, 2) not null,   -- for one piece
  primary key (order_id, line_no)
);

insert into customers values (1, 'Ann'), (2, 'Ben'), (3, 'Cy');

insert into orders values
  (10, 2, '2026-03-01'),
  (11, 1, '2026-03-02'),
  (12, 3, '2026-03-02'),   -- everything in it was cancelled: no lines
  (13, 1, '2026-03-02'),   -- a second order of the same customer's on the same day
  (14, 2, '2026-03-03');

insert into order_lines values
  (10, 1, 'Kettle',   1, 24.90),
  (11, 2, 'Teapot',   1, 18.00),   -- stored before line 1
  (11, 1, 'Cup',      4,  3.50),
  (13, 1, 'Cup',      2,  3.50),   -- the same product again
  (13, 2, 'Cup',      2,  3.50),   -- and the same line twice: it counts twice
  (14, 1, 'Saucer',   6,  1.20);

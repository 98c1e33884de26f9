create table customers (
  customer_id int primary key,
  name        text not null
);

create table orders (
  order_id    int primary key,
  customer_id int not null references customers,
  status      text not null check (status in ('paid', 'cancelled'))
);

create table order_lines (
  order_id   int not null references orders,
  line_no    int not null,
  quantity   int not null check (quantity > 0),
  unit_price numeric(10, 2) not null check (unit_price >= 0),
  primary key (order_id, line_no)
);

insert into customers values
  (1, 'Ada'),   -- 100.00 twice: two equal orders, gold with not a cent too much
  (2, 'Ben'),   -- 250.00, but in one order of three lines: silver
  (3, 'Cleo'),  -- 199.99 in two orders: silver
  (4, 'Dev'),   -- only a cancelled order: asleep
  (5, 'Eve'),   -- no order at all: asleep
  (6, 'Fay'),   -- 20.00, and a large order that was cancelled: silver
  (7, 'Gus');   -- 120.00, 80.00 and an order without lines, worth 0: gold, and as much as Ada

insert into orders values
  (11, 1, 'paid'), (12, 1, 'paid'),
  (21, 2, 'paid'),
  (31, 3, 'paid'), (32, 3, 'paid'),
  (41, 4, 'cancelled'),
  (61, 6, 'cancelled'), (62, 6, 'paid'),
  (71, 7, 'paid'), (72, 7, 'paid'), (73, 7, 'paid');

insert into order_lines values
  (11, 1, 2, 50.00),
  (12, 1, 1, 60.00), (12, 2, 2, 20.00),
  (21, 1, 1, 100.00), (21, 2, 1, 100.00), (21, 3, 5, 10.00),
  (31, 1, 1, 120.00),
  (32, 1, 1, 79.99),
  (41, 1, 1, 300.00),
  (61, 1, 2, 250.00),
  (62, 1, 4, 5.00),
  (71, 1, 1, 120.00),
  (73, 1, 2, 40.00);

create table orders (
  order_id   int primary key,
  ordered_on date not null
);

create table order_lines (
  order_id   int not null references orders,
  line_no    int not null,
  quantity   int not null check (quantity > 0),
  unit_price numeric(10, 2) not null check (unit_price >= 0),
  primary key (order_id, line_no)
);

create table payments (
  payment_id int primary key,
  order_id   int not null references orders,
  amount     numeric(10, 2) not null check (amount > 0)
);

insert into orders values
  (6, '2026-03-04'),  -- neither line nor payment; its balance ties with order 1's
  (1, '2026-03-01'),  -- one line, one payment: every query gets this one right
  (2, '2026-03-01'),  -- two lines, not paid
  (4, '2026-03-03'),  -- two equal lines, two equal payments: DISTINCT is no way out; its balance ties with order 3's
  (3, '2026-03-02'),  -- two lines, two payments: the fan-out
  (5, '2026-03-04');  -- paid in advance, nothing delivered yet

insert into order_lines values
  (1, 1, 1, 30.00),
  (2, 1, 3, 5.00), (2, 2, 1, 8.00),
  (3, 1, 2, 15.00), (3, 2, 1, 20.00),
  (4, 1, 1, 12.50), (4, 2, 1, 12.50);

insert into payments values
  (101, 1, 30.00),
  (102, 3, 25.00), (103, 3, 10.00),
  (104, 4, 5.00), (105, 4, 5.00),
  (106, 5, 40.00);

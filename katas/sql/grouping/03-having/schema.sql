create table orders (
  order_id    int primary key,
  customer_id int not null,
  ordered_on  date not null,
  status      text not null check (status in ('open', 'delivered', 'returned')),
  amount      numeric(10, 2) not null check (amount >= 0)
);

insert into orders values
  -- 1: three delivered orders of 120.00 in all
  (101, 1, '2026-01-01', 'delivered', 40.00),  -- the first day of the year
  (102, 1, '2026-05-09', 'delivered', 40.00),  -- the same amount again
  (103, 1, '2026-12-31', 'delivered', 40.00),  -- the last day of the year
  -- 2: 500.00, but in two orders
  (104, 2, '2026-02-02', 'delivered', 250.00),
  (105, 2, '2026-02-03', 'delivered', 250.00),
  -- 3: exactly 100.00: not more
  (106, 3, '2026-03-01', 'delivered', 50.00),
  (107, 3, '2026-03-02', 'delivered', 30.00),
  (108, 3, '2026-03-03', 'delivered', 20.00),
  -- 4: the third order was returned
  (109, 4, '2026-04-01', 'delivered', 90.00),
  (110, 4, '2026-04-02', 'delivered', 90.00),
  (111, 4, '2026-04-03', 'returned',  90.00),
  -- 5: only two orders in 2026
  (112, 5, '2025-12-31', 'delivered', 80.00),
  (113, 5, '2026-06-01', 'delivered', 80.00),
  (114, 5, '2026-06-02', 'delivered', 80.00),
  -- 6: more than needed in 2026, some before, one still open
  (115, 6, '2024-07-01', 'delivered', 300.00),
  (116, 6, '2026-07-01', 'delivered', 10.00),
  (117, 6, '2026-07-02', 'delivered', 95.00),
  (118, 6, '2026-07-03', 'delivered', 15.00),  -- 120.00 in all, as much as customer 1
  (119, 6, '2026-07-04', 'open',      60.00),
  -- 7: no delivered order at all
  (120, 7, '2026-08-01', 'open',     200.00),
  -- 8: the best of the regulars, two orders on one day
  (121, 8, '2026-09-01', 'delivered', 55.00),
  (122, 8, '2026-09-01', 'delivered', 55.00),
  (123, 8, '2026-10-01', 'delivered', 70.00),
  -- 4 again: a third delivered order, on the first day of the next year
  (124, 4, '2027-01-01', 'delivered', 90.00);

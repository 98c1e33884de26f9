create table standing_orders (
  order_id int primary key,
  payee    text not null,
  amount   numeric(10, 2) not null check (amount > 0),
  every    text not null check (every in ('week', 'month')),
  first_on date not null check (first_on >= '2024-01-01'),
  last_on  date check (last_on >= first_on)  -- NULL: until further notice
);

insert into standing_orders values
  (1, 'Rent',          900.00, 'month', '2025-06-01', null),          -- on the first day of the quarter, too
  (2, 'Insurance',      45.50, 'month', '2025-10-31', null),          -- on the 31st: 28 February, and 31 March again
  (3, 'Piano lessons',  30.00, 'week',  '2026-01-06', '2026-02-03'),  -- the last one is on last_on itself
  (4, 'Gym',            25.00, 'month', '2025-11-15', '2026-02-14'),  -- ends a day before the one in February
  (5, 'Old loan',      120.00, 'week',  '2025-01-01', '2025-12-31'),  -- over
  (6, 'New lease',     240.00, 'month', '2026-04-01', null),          -- not yet
  (7, 'Window cleaner', 18.00, 'week',  '2026-02-19', null),          -- from the middle of the quarter on
  (8, 'Savings plan',  100.00, 'month', '2025-12-31', '2026-03-31'),  -- on the last day of the quarter, which is its last
  (9, 'Deposit',       500.00, 'month', '2026-02-14', '2026-02-14'),  -- a single payment
  (10, 'Newspaper',      9.90, 'week',  '2025-12-29', '2026-01-19');  -- its weeks do not begin on 1 January

create table payments (
  payment_id int primary key,
  country    text,  -- NULL: not known
  plan       text not null,
  amount     numeric(10, 2) not null  -- below 0: paid back
);

insert into payments values
  (1,  'Chile',  'basic',   5.00),
  (2,  'Chile',  'basic',   5.00),    -- as large as the first: two payments
  (3,  'Chile',  'premium', 12.00),
  (4,  'Norway', 'premium', 14.50),   -- a single plan: its subtotal repeats it
  (5,  null,     'basic',   4.00),    -- country not known: a group like any other ...
  (6,  null,     'premium', 11.00),   -- ... with a subtotal of its own, which is not the grand total
  (7,  'Japan',  'family',  20.00),
  (8,  'Japan',  'basic',   6.00),
  (9,  'Japan',  'family',  -20.00),  -- paid back: counts, and takes away
  (10, 'Chile',  'family',  18.00),
  (11, 'Japan',  'basic',   6.50);

create table ledger (
  payment_no int primary key,
  amount     numeric(10, 2) not null
);

create table card_file (
  payment_no int primary key,
  amount     numeric(10, 2) not null
);

insert into ledger values
  (501, 20.00),   -- agrees
  (503, 45.00),   -- the card company has more
  (504, 18.00),   -- only in our list
  (505, 7.50),    -- agrees
  (507, 30.00),   -- the card company has less
  (508, 0.00),    -- only in our list, and nothing was charged
  (509, -15.00);  -- a refund that the card company took for a payment

insert into card_file values
  (501, 20.00),
  (502, 12.00),   -- only in their list
  (503, 54.00),
  (505, 7.50),
  (506, 0.00),    -- only in their list, and nothing was charged
  (507, 3.00),
  (509, 15.00);

create table accounts (
  account_id      int primary key,
  holder          text not null,
  opening_balance numeric(10, 2) not null
);

create table movements (
  movement_id int primary key,
  account_id  int not null references accounts,
  booked_on   date not null,
  amount      numeric(10, 2) not null check (amount <> 0)
);

insert into accounts values
  (1, 'Ines',  100.00),
  (2, 'Jonas', 0.00),
  (3, 'Kofi',  -25.00),  -- opened with a debt
  (4, 'Lara',  500.00);  -- no movements: not listed

insert into movements values
  (11, 1, '2026-03-01', 50.00),
  (12, 1, '2026-03-03', -30.00),
  (14, 1, '2026-03-03', -200.00),  -- the same day: a balance of its own, and below zero
  (15, 1, '2026-03-06', 500.00),
  (13, 2, '2026-03-05', 20.00),
  (16, 2, '2026-03-02', 20.00),    -- arrived late, comes first; the same amount again
  (17, 2, '2026-03-05', 20.00),
  (19, 3, '2026-03-04', 25.00),    -- entered before 18, comes after it
  (18, 3, '2026-03-04', -10.00);

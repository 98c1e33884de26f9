create table accounts (
  account_id  int primary key,
  owner       text not null,
  kind        text not null check (kind in ('current', 'savings')),
  status      text not null check (status in ('open', 'frozen', 'closed')),
  balance     numeric(12, 2) not null,
  interest    numeric(12, 2) not null default 0 check (interest >= 0),
  credited_on date  -- the last time interest was paid out, NULL: never
);

insert into accounts (account_id, owner, kind, status, balance, interest, credited_on) values
  (1, 'Ines Duarte', 'savings', 'open',   1000.00, 12.50, '2025-12-31'),  -- the ordinary case
  (2, 'Ines Duarte', 'current', 'open',    250.00,  0.40, null),          -- open, but not a savings account
  (3, 'Tom Keller',  'savings', 'frozen',  800.00,  9.99, '2025-12-31'),  -- a savings account, but frozen
  (4, 'Tom Keller',  'savings', 'open',    500.00,  0.00, '2025-12-31'),  -- nothing to pay: the date moves all the same
  (5, 'Aisha Bello', 'savings', 'open',      0.00,  3.20, null),          -- new this year: no balance, no date yet
  (6, 'Pavel Horak', 'savings', 'closed',    0.00,  0.07, '2024-12-31'),  -- closed, with cents left over
  (7, 'Pavel Horak', 'current', 'frozen',  -40.00,  1.10, null),          -- neither savings nor open
  (8, 'Mei Tan',     'savings', 'open',    -15.00, 15.00, '2025-12-31');  -- overdrawn accounts take part too

create table customers (
  customer_id int primary key,
  name        text not null,
  address     text not null
);

create table cards (
  card_id     int primary key,
  customer_id int not null references customers
);

create table payments (
  payment_id int primary key,
  card_id    int not null references cards,
  country    text,                     -- NULL: the terminal did not say
  amount     numeric(10, 2) not null check (amount > 0)
);

insert into customers values
  (1, 'Tom Ward',    '4 Mill Lane'),   -- father: one payment that counts
  (2, 'Tom Ward',    '4 Mill Lane'),   -- son: two of them, on two cards
  (3, 'Grace Moyo',  '12 High Street'),
  (4, 'Leo Fontana', '7 Park Road'),
  (5, 'Anna Berg',   '3 Hill View'),
  (6, 'Will Marsh',  '9 Canal Street'),
  (7, 'Cora Diaz',   '1 Station Road'),
  (8, 'Ed Novak',    '5 Church Row'),
  (9, 'Bea Stone',   '2 Quay Street'),
  (10, 'Leo Fontana', '1 Alder Road'); -- the same name, another address: sorted before 7 Park Road

insert into cards values
  (11, 1),
  (21, 2), (22, 2),
  (31, 3), (32, 3),
  (41, 4),
  (51, 5),
  (61, 6),
  (71, 7), (72, 7),
  (91, 9),                             -- never used; customer 8 has no card at all
  (101, 10);

insert into payments values
  (1001, 11, 'FR', 800.00),
  (1002, 21, 'ES', 620.00),
  (1003, 22, 'US', 950.00),            -- a second letter to the son would be one too many
  (1004, 31, 'IT', 45.00),             -- small and abroad ...
  (1005, 32, 'GB', 900.00),            -- ... and large at home are not one large payment abroad
  (1006, 41, 'DE', 500.00),            -- exactly 500.00
  (1007, 51, null, 700.00),            -- country unknown
  (1008, 61, 'GB', 1200.00),           -- large, but at home
  (1009, 71, 'PT', 499.99),            -- just too small
  (1010, 72, 'PT', 300.00),            -- only together would they be large
  (1011, 101, 'CH', 1500.00);

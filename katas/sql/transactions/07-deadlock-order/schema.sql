create table accounts (
  account_id int primary key,
  owner      text not null,
  balance    numeric(12, 2) not null check (balance >= 0)
);

insert into accounts values
  (1, 'Ines Duarte', 300.00),
  (2, 'Tom Keller',  300.00),
  (3, 'Aisha Bello', 300.00),
  (4, 'Pavel Horak', 100.00);

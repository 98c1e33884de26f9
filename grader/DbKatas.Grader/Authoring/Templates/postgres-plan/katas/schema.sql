-- TODO(author): the tables, without rows: those are made in data.sql.
create table orders (
  order_id    int primary key,
  customer_id int not null,
  total       numeric(10, 2) not null
);

create table orders (
  order_id    int primary key,
  customer_id int not null,
  ordered_on  date not null,
  status      text not null,
  total       numeric(10, 2) not null
);

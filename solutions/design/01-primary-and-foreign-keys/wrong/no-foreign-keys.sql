-- mistake: the columns have the right names, and nothing ties them together
create table customers (
  customer_id int primary key,
  email       text
);

create table orders (
  order_id    int primary key,
  customer_id int not null,
  ordered_on  date
);

create table order_lines (
  order_id int not null,
  line_no  int not null,
  product  text,
  quantity int,
  primary key (order_id, line_no)
);

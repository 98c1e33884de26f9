-- mistake: a foreign key lets NULL pass, so an order may have no customer
create table customers (
  customer_id int primary key,
  email       text
);

create table orders (
  order_id    int primary key,
  customer_id int references customers,
  ordered_on  date
);

create table order_lines (
  order_id int not null references orders on delete cascade,
  line_no  int not null,
  product  text,
  quantity int,
  primary key (order_id, line_no)
);

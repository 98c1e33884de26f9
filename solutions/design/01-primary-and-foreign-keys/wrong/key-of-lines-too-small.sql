-- mistake: the order alone is the key of its lines, so an order has one line
create table customers (
  customer_id int primary key,
  email       text
);

create table orders (
  order_id    int primary key,
  customer_id int not null references customers,
  ordered_on  date
);

create table order_lines (
  order_id int not null references orders on delete cascade,
  line_no  int not null,
  product  text,
  quantity int,
  primary key (order_id)
);

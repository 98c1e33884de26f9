-- The foreign keys are looked at when the transaction ends.
create table customers (customer_id int primary key, email text);
create table orders (
  order_id    int primary key,
  customer_id int not null references customers deferrable initially deferred,
  ordered_on  date
);
create table order_lines (
  order_id int references orders on delete cascade deferrable initially deferred,
  line_no  int,
  product  text,
  quantity int,
  primary key (order_id, line_no)
);

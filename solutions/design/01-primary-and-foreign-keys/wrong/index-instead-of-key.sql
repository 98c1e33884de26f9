-- mistake: an index makes a search fast, and forbids nothing
create table customers (
  customer_id int not null unique,
  email       text
);

create table orders (
  order_id    int not null unique,
  customer_id int not null references customers (customer_id),
  ordered_on  date
);

create table order_lines (
  order_id int not null references orders (order_id) on delete cascade,
  line_no  int not null,
  product  text,
  quantity int
);

create index on order_lines (order_id, line_no);

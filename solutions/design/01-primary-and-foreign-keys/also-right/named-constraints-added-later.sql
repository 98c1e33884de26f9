create table customers (customer_id int, email text);
create table orders (order_id int, customer_id int, ordered_on date);
create table order_lines (order_id int, line_no int, product text, quantity int);

alter table customers add constraint customers_key primary key (customer_id);
alter table orders
  add constraint orders_key primary key (order_id),
  alter column customer_id set not null,
  add constraint orders_customer foreign key (customer_id) references customers (customer_id) on update cascade;
alter table order_lines
  add constraint order_lines_key primary key (order_id, line_no),
  add constraint order_lines_order foreign key (order_id) references orders (order_id) on delete cascade;

-- accept: a customer with a new number
insert into customers (customer_id, email) values (4, 'aisha@example.com');

-- accept: an order that passes to another customer
update orders set customer_id = 2 where order_id = 10;

-- refuse 23502: an order without a number
insert into orders (order_id, customer_id, ordered_on) values (null, 1, '2026-03-03');

-- refuse 23505: an order with a number that is taken
insert into orders (order_id, customer_id, ordered_on) values (10, 2, '2026-03-03');

-- refuse 23502: a line without a number
insert into order_lines (order_id, line_no, product, quantity) values (10, null, 'tea', 1);

-- refuse 23502: a line that belongs to no order
insert into order_lines (order_id, line_no, product, quantity) values (null, 1, 'tea', 1);

-- refuse 23503: an order that is moved to a customer who does not exist
update orders set customer_id = 98 where order_id = 11;

-- holds: what was put in is there as it was
select (select count(*) from customers) = 3 and (select count(*) from orders where ordered_on between '2026-03-01' and '2026-03-02') = 2
   and (select count(*) from order_lines where product = 'tea' and quantity = 2) = 1;

-- accept: the deletion of a customer after that of all orders
delete from orders;
delete from customers where customer_id = 1;

-- Each probe starts from these rows and is taken back afterwards.

-- given: three customers, two orders, and a line
insert into customers (customer_id, email) values (1, 'ines@example.com'), (2, 'tom@example.com'), (3, 'mei@example.com');
insert into orders (order_id, customer_id, ordered_on) values (10, 1, '2026-03-01'), (11, 2, '2026-03-02');
insert into order_lines (order_id, line_no, product, quantity) values (10, 1, 'tea', 2);

-- accept: a second order of the same customer on the same day
insert into orders (order_id, customer_id, ordered_on) values (12, 1, '2026-03-01');

-- accept: the same product on two lines of an order
insert into order_lines (order_id, line_no, product, quantity) values (10, 2, 'tea', 1);

-- accept: a line number that another order has as well
insert into order_lines (order_id, line_no, product, quantity) values (11, 1, 'cup', 1);

-- refuse 23505: a customer with a number that is taken
insert into customers (customer_id, email) values (1, 'ada@example.com');

-- refuse 23505: the same line of the same order twice
insert into order_lines (order_id, line_no, product, quantity) values (10, 1, 'saucer', 1);

-- refuse 23503: an order for a customer who does not exist
insert into orders (order_id, customer_id, ordered_on) values (12, 99, '2026-03-03');

-- refuse 23502: an order without a customer
insert into orders (order_id, customer_id, ordered_on) values (12, null, '2026-03-03');

-- refuse 23503: a line of an order that does not exist
insert into order_lines (order_id, line_no, product, quantity) values (99, 1, 'tea', 1);

-- refuse 23503 23001: the deletion of a customer who has orders
delete from customers where customer_id = 1;

-- accept: the deletion of a customer without orders
delete from customers where customer_id = 3;

-- accept: the deletion of an order that has lines
delete from orders where order_id = 10;

-- mistake: the rows of all other customers are deleted
delete from orders where customer_id <> 4217;

-- mistake: lists products with a cancelled order, also when another order was not cancelled
select distinct p.product_id, p.name
from products p
left join order_lines l on l.product_id = p.product_id
left join orders o on o.order_id = l.order_id
where o.order_id is null or o.status = 'cancelled'
order by p.product_id;

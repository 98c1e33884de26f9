-- mistake: a cancelled line gets a NULL order, even when another line has been sold
select p.product_id, p.name
from products p
left join order_lines l on l.product_id = p.product_id
left join orders o on o.order_id = l.order_id and o.status <> 'cancelled'
where o.order_id is null
order by p.product_id;

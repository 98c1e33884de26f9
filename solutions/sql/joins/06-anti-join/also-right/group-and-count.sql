select p.product_id, p.name
from products p
left join order_lines l on l.product_id = p.product_id
left join orders o on o.order_id = l.order_id
group by p.product_id, p.name
having count(*) filter (where o.status <> 'cancelled') = 0
order by p.product_id;

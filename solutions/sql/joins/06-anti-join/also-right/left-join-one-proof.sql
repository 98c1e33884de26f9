select p.product_id, p.name
from products p
left join (order_lines l join orders o on o.order_id = l.order_id and o.status in ('open', 'paid'))
       on l.product_id = p.product_id
where l.order_id is null
order by p.product_id;

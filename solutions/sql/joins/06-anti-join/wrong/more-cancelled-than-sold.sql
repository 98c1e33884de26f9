-- mistake: weighs cancelled orders against others, so a product with two cancelled and one sold is listed
select p.product_id, p.name
from products p
left join order_lines l on l.product_id = p.product_id
left join orders o on o.order_id = l.order_id
group by p.product_id
having count(l.line_no) = 0
    or count(*) filter (where o.status = 'cancelled') > count(*) filter (where o.status <> 'cancelled')
order by p.product_id;

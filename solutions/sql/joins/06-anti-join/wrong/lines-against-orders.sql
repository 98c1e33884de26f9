-- mistake: compares lines with cancelled orders, so a product that stands twice in a cancelled order seems sold
select p.product_id, p.name
from products p
left join order_lines l on l.product_id = p.product_id
left join orders o on o.order_id = l.order_id
group by p.product_id
having count(l.line_no) = count(distinct o.order_id) filter (where o.status = 'cancelled')
order by p.product_id;

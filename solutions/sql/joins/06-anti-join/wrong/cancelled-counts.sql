-- mistake: a cancelled order counts as a sale
select p.product_id, p.name
from products p
where not exists (select from order_lines l where l.product_id = p.product_id)
order by p.product_id;

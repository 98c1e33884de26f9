-- mistake: names the orders that are cancelled today instead of asking for their status
select p.product_id, p.name
from products p
where not exists (select from order_lines l where l.product_id = p.product_id and l.order_id not in (102, 103))
order by p.product_id;

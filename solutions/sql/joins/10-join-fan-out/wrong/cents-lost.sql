-- mistake: turns the sums into whole numbers, so the cents are lost
select o.order_id,
       coalesce(l.total, 0)                        as total,
       coalesce(p.paid, 0)                         as paid,
       coalesce(l.total, 0) - coalesce(p.paid, 0)  as balance
from orders o
left join (select order_id, sum(quantity * unit_price)::int as total from order_lines group by order_id) l using (order_id)
left join (select order_id, sum(amount)::int as paid from payments group by order_id) p using (order_id)
order by balance desc, order_id;

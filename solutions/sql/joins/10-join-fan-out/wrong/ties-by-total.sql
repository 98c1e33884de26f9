-- mistake: of two equal balances the one with the larger total comes first, and order_id decides only after that
select o.order_id,
       coalesce(l.total, 0)                        as total,
       coalesce(p.paid, 0)                         as paid,
       coalesce(l.total, 0) - coalesce(p.paid, 0)  as balance
from orders o
left join (select order_id, sum(quantity * unit_price) as total from order_lines group by order_id) l using (order_id)
left join (select order_id, sum(amount) as paid from payments group by order_id) p using (order_id)
order by balance desc, total desc, order_id;

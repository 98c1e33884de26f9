-- mistake: the lines are summed first, but then that total is summed again, once a payment
select o.order_id, coalesce(sum(l.total), 0) as total, coalesce(sum(p.amount), 0) as paid,
       coalesce(sum(l.total), 0) - coalesce(sum(p.amount), 0) as balance
from orders o
left join (select order_id, sum(quantity * unit_price) as total from order_lines group by order_id) l using (order_id)
left join payments p using (order_id)
group by o.order_id
order by balance desc, o.order_id;

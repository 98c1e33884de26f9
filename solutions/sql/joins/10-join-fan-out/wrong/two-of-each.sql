-- mistake: takes the first two lines and the first two payments, which are all that an order has today
select o.order_id,
       coalesce(sum(l.quantity * l.unit_price), 0)                               as total,
       coalesce(sum(p.amount), 0)                                                as paid,
       coalesce(sum(l.quantity * l.unit_price), 0) - coalesce(sum(p.amount), 0)  as balance
from orders o
left join (select generate_series(1, 2) as n) numbers on true
left join order_lines l on l.order_id = o.order_id and l.line_no = numbers.n
left join (select order_id, amount, row_number() over (partition by order_id order by payment_id) as n from payments) p
       on p.order_id = o.order_id and p.n = numbers.n
group by o.order_id
order by balance desc, o.order_id;

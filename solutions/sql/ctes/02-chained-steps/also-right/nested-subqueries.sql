select tier, count(*) as customers, sum(n) as orders, sum(spent) as revenue, max(largest) as largest
from (select n, spent, largest,
             case when n = 0 then 'asleep' when n > 1 and spent >= 200.00 then 'gold' else 'silver' end as tier
      from (select c.customer_id,
                   (select count(*) from orders o where o.customer_id = c.customer_id and o.status = 'paid') as n,
                   (select coalesce(sum(quantity * unit_price), 0) from orders o join order_lines l using (order_id)
                    where o.customer_id = c.customer_id and o.status = 'paid') as spent,
                   (select max((select coalesce(sum(quantity * unit_price), 0) from order_lines l where l.order_id = o.order_id))
                    from orders o where o.customer_id = c.customer_id and o.status = 'paid') as largest
            from customers c) per_customer) with_tier
group by tier
order by revenue desc, tier;

-- mistake: payments of one day are sorted by payee instead of by order_id
with recursive due as (
  select order_id, payee, amount, first_on, last_on,
         case every when 'week' then interval '1 week' else interval '1 month' end as step, 0 as n, first_on as due_on
  from standing_orders
  union all
  select order_id, payee, amount, first_on, last_on, step, n + 1, (first_on + (n + 1) * step)::date
  from due where due_on <= '2026-03-31'
)
select due_on, order_id, payee, amount
from due
where due_on between '2026-01-01' and '2026-03-31' and (last_on is null or due_on <= last_on)
order by due_on, payee;

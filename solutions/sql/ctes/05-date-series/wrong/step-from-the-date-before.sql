-- mistake: adds a month to the date before, so a 31st becomes a 30th or 28th and stays one
with recursive due as (
  select order_id, payee, amount, every, last_on, first_on as due_on from standing_orders
  union all
  select order_id, payee, amount, every, last_on,
         (due_on + case every when 'week' then interval '1 week' else interval '1 month' end)::date
  from due
  where due_on <= '2026-03-31'
)
select due_on, order_id, payee, amount
from due
where due_on between '2026-01-01' and '2026-03-31' and (last_on is null or due_on <= last_on)
order by due_on, order_id;

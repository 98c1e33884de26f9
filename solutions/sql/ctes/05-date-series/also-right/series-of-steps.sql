select d.due_on, o.order_id, o.payee, o.amount
from standing_orders o
cross join generate_series(0, 200) as n
cross join lateral (
  select (o.first_on + case when o.every = 'week' then make_interval(weeks => n) else make_interval(months => n) end)::date as due_on
) d
where d.due_on >= '2026-01-01' and d.due_on < '2026-04-01'
  and d.due_on <= coalesce(o.last_on, 'infinity')
order by d.due_on, o.order_id;

-- mistake: orders that began earlier are counted from 1 January instead of from their first day
select (greatest(first_on, '2026-01-01') + n * case every when 'week' then interval '1 week' else interval '1 month' end)::date as due_on,
       order_id, payee, amount
from standing_orders cross join generate_series(0, 13) as n
where (greatest(first_on, '2026-01-01') + n * case every when 'week' then interval '1 week' else interval '1 month' end)::date
      between '2026-01-01' and least(last_on, '2026-03-31')
order by due_on, order_id;

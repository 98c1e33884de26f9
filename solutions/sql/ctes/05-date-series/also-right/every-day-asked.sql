with days as (
  select d::date as day from generate_series(timestamp '2026-01-01', '2026-03-31', '1 day') as d
)
select day as due_on, order_id, payee, amount
from days
join standing_orders on day >= first_on and (day <= last_on or last_on is null)
where case every
        when 'week' then (day - first_on) % 7 = 0
        else extract(day from day) = least(extract(day from first_on), extract(day from date_trunc('month', day) + interval '1 month - 1 day'))
      end
order by due_on, order_id;

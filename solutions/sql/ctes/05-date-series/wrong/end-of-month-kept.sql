-- mistake: an order that began on the last day of a month is moved to the last day of every month, also when that was the 30th
with due as (
  select order_id, payee, amount, last_on,
         case when every = 'week' then first_on + 7 * n
              when extract(day from first_on + 1) = 1
                then (date_trunc('month', first_on) + (n + 1) * interval '1 month' - interval '1 day')::date
              else (first_on + n * interval '1 month')::date
         end as due_on
  from standing_orders cross join generate_series(0, 200) as n
)
select due_on, order_id, payee, amount
from due
where due_on between '2026-01-01' and '2026-03-31' and (last_on is null or due_on <= last_on)
order by due_on, order_id;

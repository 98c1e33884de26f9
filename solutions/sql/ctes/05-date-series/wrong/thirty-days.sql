-- mistake: takes a month for 30 days
select first_on + n * case every when 'week' then 7 else 30 end as due_on, order_id, payee, amount
from standing_orders cross join generate_series(0, 200) as n
where first_on + n * case every when 'week' then 7 else 30 end between '2026-01-01' and '2026-03-31'
  and (last_on is null or first_on + n * case every when 'week' then 7 else 30 end <= last_on)
order by due_on, order_id;

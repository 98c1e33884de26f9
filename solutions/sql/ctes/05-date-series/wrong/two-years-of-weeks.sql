-- mistake: makes 104 weeks at most, so an order that began at the start of 2024 ends too early
select (first_on + n * case every when 'week' then interval '1 week' else interval '1 month' end)::date as due_on,
       order_id, payee, amount
from standing_orders cross join generate_series(0, 104) as n
where (first_on + n * case every when 'week' then interval '1 week' else interval '1 month' end)::date
      between '2026-01-01' and least(last_on, '2026-03-31')
order by due_on, order_id;

-- mistake: generate_series steps from the date before, so a 31st becomes a 30th or 28th and stays one
select d::date as due_on, order_id, payee, amount
from standing_orders
cross join lateral generate_series(first_on, least(last_on, '2026-03-31'),
                                   case every when 'week' then interval '1 week' else interval '1 month' end) as d
where d between '2026-01-01' and '2026-03-31'
order by due_on, order_id;

with recursive weeks as (
  select order_id, first_on as due_on from standing_orders where every = 'week'
  union all
  select w.order_id, w.due_on + 7 from weeks w where w.due_on + 7 <= date '2026-03-31'
),
months as (
  select order_id, make_date(2026, month, least(extract(day from first_on)::int, case month when 2 then 28 else 31 end)) as due_on
  from standing_orders
  cross join generate_series(1, 3) as month
  where every = 'month'
)
select due_on, order_id, payee, amount
from (select * from weeks union all select * from months) due
join standing_orders using (order_id)
where due_on between greatest(first_on, '2026-01-01') and least(last_on, '2026-03-31')
order by 1, 2;

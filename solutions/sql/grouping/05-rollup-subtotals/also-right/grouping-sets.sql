select case grouping(country, plan) when 0 then 0 when 1 then 1 else 2 end as level,
       country, plan, count(*) as payments, coalesce(sum(amount), 0.00) as revenue
from payments
group by grouping sets ((), (country), (country, plan))
order by 1, 2 nulls last, 3 nulls last;

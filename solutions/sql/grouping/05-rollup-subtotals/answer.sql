select grouping(country) + grouping(plan) as level,
       country,
       plan,
       count(*)                           as payments,
       coalesce(sum(amount), 0)           as revenue
from payments
group by rollup (country, plan)
order by level, country, plan;

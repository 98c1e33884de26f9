-- mistake: takes every NULL for a total, also that of a country which is not known
select case when country is null then 2 when plan is null then 1 else 0 end as level,
       country, plan, count(*) as payments, coalesce(sum(amount), 0) as revenue
from payments
group by rollup (country, plan)
order by level, country, plan;

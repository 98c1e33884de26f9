-- mistake: rows are dropped in which more was paid back than paid
select grouping(country) + grouping(plan) as level, country, plan, count(*) as payments, coalesce(sum(amount), 0) as revenue
from payments
group by rollup (country, plan)
having coalesce(sum(amount), 0) >= 0
order by level, country, plan;

-- mistake: ROLLUP works from right to left, so these are subtotals for each plan
select grouping(country) + grouping(plan) as level, country, plan, count(*) as payments, coalesce(sum(amount), 0) as revenue
from payments
group by rollup (plan, country)
order by level, country, plan;

-- mistake: without payments the grand total is NULL instead of 0
select grouping(country) + grouping(plan) as level, country, plan, count(*) as payments, sum(amount) as revenue
from payments
group by rollup (country, plan)
order by level, country, plan;

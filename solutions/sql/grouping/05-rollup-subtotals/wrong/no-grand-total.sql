-- mistake: without parentheses around the pair, country is always grouped by, and the grand total is missing
select grouping(country) + grouping(plan) as level, country, plan, count(*) as payments, coalesce(sum(amount), 0) as revenue
from payments
group by country, rollup (plan)
order by level, country, plan;

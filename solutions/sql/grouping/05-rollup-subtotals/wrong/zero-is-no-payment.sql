-- mistake: payments of 0.00 are left out
select grouping(country) + grouping(plan) as level, country, plan, count(*) as payments, coalesce(sum(amount), 0) as revenue
from payments
where amount <> 0
group by rollup (country, plan)
order by level, country, plan;

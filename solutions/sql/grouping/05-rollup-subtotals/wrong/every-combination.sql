-- mistake: CUBE adds totals for each plan over all countries, which nobody asked for
select grouping(country) + grouping(plan) as level, country, plan, count(*) as payments, coalesce(sum(amount), 0) as revenue
from payments
group by cube (country, plan)
order by level, country, plan;

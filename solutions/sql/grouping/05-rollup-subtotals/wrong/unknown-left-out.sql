-- mistake: payments whose country is not known are left out everywhere
select grouping(country) + grouping(plan) as level, country, plan, count(*) as payments, coalesce(sum(amount), 0) as revenue
from payments
where country is not null
group by rollup (country, plan)
order by level, country, plan;

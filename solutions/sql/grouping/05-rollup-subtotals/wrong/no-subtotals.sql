-- mistake: a plain GROUP BY has no subtotals and no grand total
select 0 as level, country, plan, count(*) as payments, sum(amount) as revenue
from payments
group by country, plan
order by level, country, plan;

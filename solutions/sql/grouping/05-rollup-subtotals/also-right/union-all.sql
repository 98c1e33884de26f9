select 0 as level, country, plan, count(*) as payments, sum(amount) as revenue from payments group by country, plan
union all
select 1, country, null, count(*), sum(amount) from payments group by country
union all
select 2, null, null, count(*), coalesce(sum(amount), 0) from payments
order by level, country, plan;

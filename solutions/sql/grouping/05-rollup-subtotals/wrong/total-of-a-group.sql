-- mistake: the grand total is grouped, so without payments its row is missing
select 0 as level, country, plan, count(*) as payments, sum(amount) as revenue from payments group by country, plan
union all
select 1, country, null, count(*), sum(amount) from payments group by country
union all
select 2, null, null, count(*), sum(amount) from payments having count(*) > 0
order by level, country, plan;

-- mistake: the grand total adds up rows and subtotals, so it counts everything twice
with rolled as (
  select 0 as level, country, plan, count(*) as payments, sum(amount) as revenue from payments group by country, plan
  union all
  select 1, country, null, count(*), sum(amount) from payments group by country
)
select * from rolled
union all
select 2, null, null, sum(payments), sum(revenue) from rolled
order by level, country, plan;

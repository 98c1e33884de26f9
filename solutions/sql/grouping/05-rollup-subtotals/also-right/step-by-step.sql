with by_plan as (
  select country, plan, count(*) as payments, sum(amount) as revenue from payments group by country, plan
),
by_country as (
  select country, sum(payments) as payments, sum(revenue) as revenue from by_plan group by country
)
select 0 as level, * from by_plan
union all select 1, country, null, payments, revenue from by_country
union all select 2, null, null, coalesce(sum(payments), 0), coalesce(sum(revenue), 0) from by_country
order by 1, 2, 3;

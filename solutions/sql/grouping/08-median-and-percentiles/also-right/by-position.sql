with placed as (
  select page, ms, row_number() over (partition by page order by ms) as n, count(ms) over (partition by page) as total
  from searches
)
select page, count(ms) as answered, round(sum(ms)::numeric / nullif(count(ms), 0), 1) as mean,
       avg(ms) filter (where n in ((total + 1) / 2, (total + 2) / 2)) as median,
       min(ms) filter (where n * 10 >= total * 9) as p90
from placed
group by page
order by page;

select page, count(ms) as answered, avg(ms)::numeric(20, 1) as mean,
       (percentile_disc(0.5) within group (order by ms) + percentile_disc(0.5) within group (order by ms desc)) / 2.0 as median,
       min(ms) filter (where reached) as p90
from (select page, ms, rank() over (partition by page order by ms) + count(*) over (partition by page, ms) - 1
                       >= 0.9 * count(ms) over (partition by page) and ms is not null as reached
      from searches) ranked
group by page
order by page;

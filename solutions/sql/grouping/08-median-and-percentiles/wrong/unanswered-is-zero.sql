-- mistake: a search that was never answered counts as one of 0 ms
select page, count(ms) as answered, round(avg(coalesce(ms, 0)), 1) as mean,
       percentile_cont(0.5) within group (order by coalesce(ms, 0)) as median,
       percentile_disc(0.9) within group (order by coalesce(ms, 0)) as p90
from searches
group by page
order by page;

-- mistake: percentile_cont makes up a time between two measured ones
select page, count(ms) as answered, round(avg(ms), 1) as mean,
       percentile_cont(0.5) within group (order by ms) as median,
       percentile_cont(0.9) within group (order by ms) as p90
from searches
group by page
order by page;

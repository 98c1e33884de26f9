-- mistake: counts the searches that were never answered as well
select page, count(*) as answered, round(avg(ms), 1) as mean,
       percentile_cont(0.5) within group (order by ms) as median,
       percentile_disc(0.9) within group (order by ms) as p90
from searches
group by page
order by page;

-- mistake: the average is not the median
select page, count(ms) as answered, round(avg(ms), 1) as mean, avg(ms) as median,
       percentile_disc(0.9) within group (order by ms) as p90
from searches
group by page
order by page;

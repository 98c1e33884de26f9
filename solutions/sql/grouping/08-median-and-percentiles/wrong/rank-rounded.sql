-- mistake: rounds 90 % of the number of times, so of six times it takes the fifth, which is less than 90 %
with answered as (
  select page, ms, row_number() over (partition by page order by ms) as rank, count(*) over (partition by page) as times
  from searches
  where ms is not null
)
select s.page, count(s.ms) as answered, round(avg(s.ms), 1) as mean,
       percentile_cont(0.5) within group (order by s.ms) as median,
       (select a.ms from answered a where a.page = s.page and a.rank = round(0.9 * a.times)) as p90
from searches s
group by s.page
order by s.page;

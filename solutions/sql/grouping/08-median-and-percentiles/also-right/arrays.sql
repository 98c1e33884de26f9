select page, n as answered, round(mean, 1) as mean,
       (times[(n + 1) / 2] + times[n / 2 + 1]) / 2.0 as median,
       times[ceil(n * 0.9)::int] as p90
from (select page, count(ms)::int as n, avg(ms) as mean, array_agg(ms order by ms) filter (where ms is not null) as times
      from searches group by page) per_page
order by page;

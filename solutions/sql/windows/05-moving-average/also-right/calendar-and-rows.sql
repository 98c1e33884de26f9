with calendar as (
  select s.show, g.day::date as day
  from (select show, min(day) as first_day, max(day) as last_day from daily_views group by show) s
  cross join lateral generate_series(s.first_day, s.last_day, interval '1 day') as g(day)
),
filled as (
  select c.show, c.day, d.views,
         avg(d.views) over (partition by c.show order by c.day rows between 2 preceding and current row) as average
  from calendar c
  left join daily_views d on d.show = c.show and d.day = c.day
)
select show, day, views, round(average, 2) as average
from filled
where views is not null
order by show, day;

-- mistake: no PARTITION BY, so the shows are averaged together
select show, day, views,
       round(avg(views) over (order by day range between interval '2 days' preceding and current row), 2) as average
from daily_views
order by show, day;

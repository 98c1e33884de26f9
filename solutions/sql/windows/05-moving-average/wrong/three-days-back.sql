-- mistake: looks back three days, so four days are averaged
select show, day, views,
       round(avg(views) over (partition by show order by day range between interval '3 days' preceding and current row), 2) as average
from daily_views
order by show, day;

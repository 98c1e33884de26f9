select show,
       day,
       views,
       round(avg(views) over (partition by show
                              order by day
                              range between interval '2 days' preceding and current row), 2) as average
from daily_views
order by show, day;

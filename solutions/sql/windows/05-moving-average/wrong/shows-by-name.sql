-- mistake: tells the two shows of today apart by name, and throws all others together
select show,
       day,
       views,
       round(avg(views) over (partition by show = 'Deep Sea'
                              order by day
                              range between interval '2 days' preceding and current row), 2) as average
from daily_views
order by show, day;

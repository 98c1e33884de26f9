-- mistake: cuts off after two decimals instead of rounding
select show, day, views,
       trunc(avg(views) over (partition by show
                              order by day
                              range between interval '2 days' preceding and current row), 2) as average
from daily_views
order by show, day;

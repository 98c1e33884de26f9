-- mistake: averages the day before, the day and the day after
select show, day, views,
       round(avg(views) over (partition by show order by day
                              range between interval '1 day' preceding and interval '1 day' following), 2) as average
from daily_views
order by show, day;

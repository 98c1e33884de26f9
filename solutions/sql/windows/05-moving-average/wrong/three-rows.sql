-- mistake: averages three rows instead of three calendar days
select show, day, views,
       round(avg(views) over (partition by show order by day rows between 2 preceding and current row), 2) as average
from daily_views
order by show, day;

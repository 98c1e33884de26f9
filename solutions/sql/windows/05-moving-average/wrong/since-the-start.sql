-- mistake: no frame clause, so the average runs from the first day
select show, day, views, round(avg(views) over (partition by show order by day), 2) as average
from daily_views
order by show, day;

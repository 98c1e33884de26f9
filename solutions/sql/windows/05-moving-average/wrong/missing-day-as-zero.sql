-- mistake: always divides by 3, so a day without a row counts as 0
select show, day, views,
       round(sum(views) over (partition by show order by day range between interval '2 days' preceding and current row) / 3.0, 2) as average
from daily_views
order by show, day;

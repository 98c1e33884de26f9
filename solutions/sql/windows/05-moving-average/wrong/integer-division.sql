-- mistake: divides integers, which cuts the decimals off
select show, day, views, round(sum(views) over w / count(*) over w, 2) as average
from daily_views
window w as (partition by show order by day range between interval '2 days' preceding and current row)
order by show, day;

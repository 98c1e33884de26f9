select d.show, d.day, d.views, round(avg(e.views), 2) as average
from daily_views d
join daily_views e on e.show = d.show and e.day between d.day - 2 and d.day
group by d.show, d.day, d.views
order by d.show, d.day;

select d.show, d.day, d.views,
       round((d.views + coalesce(y.views, 0) + coalesce(b.views, 0))
             / (1 + (y.day is not null)::int + (b.day is not null)::int)::numeric, 2) as average
from daily_views d
left join daily_views y on y.show = d.show and y.day = d.day - 1
left join daily_views b on b.show = d.show and b.day = d.day - 2
order by 1, 2;

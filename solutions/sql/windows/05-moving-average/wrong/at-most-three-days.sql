-- mistake: looks up yesterday and the day before, and takes a day with 0 views for a day without a row
select d.show, d.day, d.views,
       round((d.views + coalesce(y.views, 0) + coalesce(b.views, 0))::numeric
             / (1 + case when y.views is not null then 1 else 0 end + case when b.views > 0 then 1 else 0 end), 2) as average
from daily_views d
left join daily_views y on y.show = d.show and y.day = d.day - 1
left join daily_views b on b.show = d.show and b.day = d.day - 2
order by d.show, d.day;

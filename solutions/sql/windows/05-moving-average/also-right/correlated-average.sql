select show, day, views,
       (select round(sum(e.views)::numeric / count(*), 2)
        from daily_views e
        where e.show = d.show and e.day > d.day - 3 and e.day <= d.day) as average
from daily_views d
order by show, day;

-- mistake: counts in days of the year, so the first days of a year do not see the last of the year before
select d.show, d.day, d.views, round(avg(p.views), 2) as average
from daily_views d
join daily_views p on p.show = d.show
                  and extract(doy from d.day) - extract(doy from p.day) between 0 and 2
group by d.show, d.day, d.views
order by d.show, d.day;

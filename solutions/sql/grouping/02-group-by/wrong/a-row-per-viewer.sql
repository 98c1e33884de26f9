-- mistake: groups by viewer as well, so a country has several rows
select country, count(*) as views, count(distinct viewer_id) as viewers, sum(seconds) as seconds, max(seconds) as longest
from views
group by country, viewer_id
order by views desc, country;

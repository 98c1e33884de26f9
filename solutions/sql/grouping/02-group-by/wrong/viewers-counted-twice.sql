-- mistake: a viewer is counted once for every view
select country, count(*) as views, count(viewer_id) as viewers, sum(seconds) as seconds, max(seconds) as longest
from views
group by country
order by views desc, country;

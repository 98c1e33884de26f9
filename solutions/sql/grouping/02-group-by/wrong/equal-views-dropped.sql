-- mistake: DISTINCT drops one of two equal views
select country, count(*) as views, count(distinct viewer_id) as viewers, sum(seconds) as seconds, max(seconds) as longest
from (select distinct viewer_id, country, seconds from views) v
group by country
order by views desc, country;

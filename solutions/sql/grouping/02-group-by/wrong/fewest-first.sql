-- mistake: the fewest views come first
select country, count(*) as views, count(distinct viewer_id) as viewers, sum(seconds) as seconds, max(seconds) as longest
from views
group by country
order by views, country;

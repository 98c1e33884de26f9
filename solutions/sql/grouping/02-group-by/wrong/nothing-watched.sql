-- mistake: leaves out a country whose views all lasted 0 seconds
select country, count(*) as views, count(distinct viewer_id) as viewers, sum(seconds) as seconds, max(seconds) as longest
from views
group by country
having sum(seconds) > 0
order by views desc, country;

-- mistake: count(country) leaves out NULLs, so unknown countries have 0 views
select country, count(country) as views, count(distinct viewer_id) as viewers, sum(seconds) as seconds, max(seconds) as longest
from views
group by country
order by views desc, country;

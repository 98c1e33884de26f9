-- mistake: sorts an unknown country as if it were called Z, which comes before Zambia
select country, count(*) as views, count(distinct viewer_id) as viewers, sum(seconds) as seconds, max(seconds) as longest
from views
group by country
order by views desc, coalesce(country, 'Z');

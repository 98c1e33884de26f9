-- mistake: an unknown country is asked for as NULL, not as a word
select coalesce(country, 'unknown') as country, count(*) as views, count(distinct viewer_id) as viewers, sum(seconds) as seconds, max(seconds) as longest
from views
group by 1
order by views desc, country;

-- mistake: a column beside aggregates without GROUP BY
select country, count(*) as views, count(distinct viewer_id) as viewers, sum(seconds) as seconds, max(seconds) as longest
from views
order by views desc, country;

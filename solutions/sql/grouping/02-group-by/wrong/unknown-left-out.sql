-- mistake: the views from unknown countries are left out
select country, count(*) as views, count(distinct viewer_id) as viewers, sum(seconds) as seconds, max(seconds) as longest
from views
where country is not null
group by country
order by views desc, country;

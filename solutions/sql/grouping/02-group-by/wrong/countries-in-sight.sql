-- mistake: names the countries in sight, so views from another one are lost
select country, count(*) as views, count(distinct viewer_id) as viewers, sum(seconds) as seconds, max(seconds) as longest
from views
where country in ('Peru', 'Kenya', 'Italy', 'Ghana') or country is null
group by country
order by views desc, country;

select * from (
  select country, count(*) as views, count(distinct viewer_id) as viewers, sum(seconds) as seconds, max(seconds) as longest
  from views where country is not null group by country
  union all
  select null, count(*), count(distinct viewer_id), sum(seconds), max(seconds)
  from views where country is null having count(*) > 0
) both_kinds
order by views desc, country;

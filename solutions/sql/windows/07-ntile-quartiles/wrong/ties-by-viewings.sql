-- mistake: of two viewers with equal minutes, the one with more viewings comes first instead of the smaller viewer_id
with watched as (
  select v.country, v.viewer_id, coalesce(sum(w.minutes), 0) as minutes, count(w.viewing_id) as viewings
  from viewers v
  left join viewings w using (viewer_id)
  group by v.viewer_id, v.country
)
select country,
       ntile(4) over (partition by country order by minutes desc, viewings desc, viewer_id) as quarter,
       viewer_id,
       minutes
from watched
order by country, quarter, minutes desc, viewer_id;

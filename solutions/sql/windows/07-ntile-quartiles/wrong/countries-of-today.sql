-- mistake: lists the countries that have viewers today, and no others
with watched as (
  select v.country, v.viewer_id, coalesce(sum(w.minutes), 0) as minutes
  from viewers v
  left join viewings w using (viewer_id)
  where v.country in ('IE', 'MT', 'NZ')
  group by v.viewer_id, v.country
)
select country,
       ntile(4) over (partition by country order by minutes desc, viewer_id) as quarter,
       viewer_id,
       minutes
from watched
order by country, quarter, minutes desc, viewer_id;

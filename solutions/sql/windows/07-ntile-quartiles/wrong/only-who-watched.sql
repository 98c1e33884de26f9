-- mistake: viewers without a viewing are left out
with watched as (
  select v.country, v.viewer_id, sum(w.minutes) as minutes
  from viewers v join viewings w using (viewer_id)
  group by v.viewer_id, v.country
)
select country, ntile(4) over (partition by country order by minutes desc, viewer_id) as quarter, viewer_id, minutes
from watched
order by country, quarter, minutes desc, viewer_id;

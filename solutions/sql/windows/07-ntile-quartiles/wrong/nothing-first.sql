-- mistake: viewers without a viewing have NULL minutes, which come first in a descending order
with watched as (
  select v.country, v.viewer_id, sum(w.minutes) as minutes
  from viewers v left join viewings w using (viewer_id)
  group by v.viewer_id, v.country
)
select country, ntile(4) over (partition by country order by minutes desc, viewer_id) as quarter,
       viewer_id, coalesce(minutes, 0) as minutes
from watched
order by country, quarter, 4 desc, viewer_id;

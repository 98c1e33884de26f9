-- mistake: makes quarters of viewings instead of viewers
select v.country, ntile(4) over (partition by v.country order by coalesce(w.minutes, 0) desc, v.viewer_id) as quarter,
       v.viewer_id, coalesce(w.minutes, 0) as minutes
from viewers v left join viewings w using (viewer_id)
order by country, quarter, minutes desc, viewer_id;

select v.country,
       ntile(4) over (partition by v.country order by coalesce(sum(w.minutes), 0) desc, v.viewer_id) as quarter,
       v.viewer_id,
       coalesce(sum(w.minutes), 0) as minutes
from viewers v
left join viewings w on w.viewer_id = v.viewer_id
group by v.viewer_id
order by v.country, quarter, minutes desc, v.viewer_id;

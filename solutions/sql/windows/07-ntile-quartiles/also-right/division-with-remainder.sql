with line as (
  select v.country, v.viewer_id, m.minutes,
         row_number() over (partition by v.country order by m.minutes desc, v.viewer_id) - 1 as ahead,
         count(*) over (partition by v.country) / 4 as q,
         count(*) over (partition by v.country) % 4 as r
  from viewers v
  cross join lateral (select coalesce(sum(minutes), 0) as minutes from viewings where viewer_id = v.viewer_id) m
)
select country,
       case when ahead < r * (q + 1) then ahead / (q + 1) + 1
            else r + (ahead - r * (q + 1)) / q + 1 end as quarter,
       viewer_id, minutes
from line
order by country, quarter, minutes desc, viewer_id;

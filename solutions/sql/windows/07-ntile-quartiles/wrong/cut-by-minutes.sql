-- mistake: cuts the range of minutes into four equal parts instead of the line of viewers
with watched as (
  select v.country, v.viewer_id, coalesce(sum(w.minutes), 0) as minutes
  from viewers v left join viewings w using (viewer_id)
  group by v.viewer_id, v.country
)
select country,
       least(4, 1 + floor(4 * (max(minutes) over c - minutes) / nullif(max(minutes) over c - min(minutes) over c, 0))) as quarter,
       viewer_id, minutes
from watched
window c as (partition by country)
order by country, quarter, minutes desc, viewer_id;

-- mistake: the share of the line rounded up does not put the larger quarters first
with watched as (
  select v.country, v.viewer_id, coalesce(sum(w.minutes), 0) as minutes
  from viewers v left join viewings w using (viewer_id)
  group by v.viewer_id, v.country
)
select country,
       ceil(4.0 * row_number() over (partition by country order by minutes desc, viewer_id)
            / count(*) over (partition by country)) as quarter,
       viewer_id, minutes
from watched
order by country, quarter, minutes desc, viewer_id;

-- mistake: cuts the time since the visitor's first event into half hours instead of looking at the pauses
with numbered as (
  select *, 1 + floor(extract(epoch from happened_at - min(happened_at) over (partition by visitor_id)) / 1800) as slot
  from events
)
select visitor_id, dense_rank() over (partition by visitor_id order by slot) as visit,
       min(happened_at) as started_at, max(happened_at) as ended_at, count(*) as events, bool_or(kind = 'order') as ordered
from numbered group by visitor_id, slot order by visitor_id, visit;

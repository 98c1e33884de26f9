-- mistake: the first event has no previous one, so it is not flagged and visits are counted from 0
with flagged as (
  select e.*, case when happened_at - lag(happened_at) over w > interval '30 minutes' or lag(kind) over w = 'order'
                   then 1 else 0 end as begins
  from events e
  window w as (partition by visitor_id order by happened_at, event_id)
),
numbered as (
  select *, sum(begins) over (partition by visitor_id order by happened_at, event_id) as visit from flagged
)
select visitor_id, visit, min(happened_at) as started_at, max(happened_at) as ended_at, count(*) as events,
       bool_or(kind = 'order') as ordered
from numbered group by visitor_id, visit order by visitor_id, visit;

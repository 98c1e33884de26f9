-- mistake: takes the events in order of event_id, which is not the order in which they happened
with flagged as (
  select e.*, case when happened_at - lag(happened_at) over w <= interval '30 minutes' and lag(kind) over w <> 'order'
                   then 0 else 1 end as begins
  from events e
  window w as (partition by visitor_id order by event_id)
),
numbered as (
  select *, sum(begins) over (partition by visitor_id order by event_id) as visit from flagged
)
select visitor_id, visit, min(happened_at) as started_at, max(happened_at) as ended_at, count(*) as events,
       bool_or(kind = 'order') as ordered
from numbered group by visitor_id, visit order by visitor_id, visit;

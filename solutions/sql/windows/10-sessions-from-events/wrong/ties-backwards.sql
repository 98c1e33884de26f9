-- mistake: takes the events of one moment with the largest event_id first
with looked_back as (
  select event_id, visitor_id, happened_at, kind,
         lag(happened_at) over w as previous_at,
         lag(kind)        over w as previous_kind
  from events
  window w as (partition by visitor_id order by happened_at, event_id desc)
),
numbered as (
  select visitor_id, happened_at, kind,
         count(*) filter (where previous_at is null
                             or happened_at - previous_at > interval '30 minutes'
                             or previous_kind = 'order')
           over (partition by visitor_id order by happened_at, event_id desc) as visit
  from looked_back
)
select visitor_id, visit,
       min(happened_at)        as started_at,
       max(happened_at)        as ended_at,
       count(*)                as events,
       bool_or(kind = 'order') as ordered
from numbered
group by visitor_id, visit
order by visitor_id, visit;

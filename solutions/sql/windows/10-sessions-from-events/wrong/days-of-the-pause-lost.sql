-- mistake: takes hours, minutes and seconds out of the pause and leaves its days behind, so a pause of a day and a minute is one of a minute
with looked_back as (
  select event_id, visitor_id, happened_at, kind,
         happened_at - lag(happened_at) over w as pause,
         lag(kind) over w                      as previous_kind
  from events
  window w as (partition by visitor_id order by happened_at, event_id)
),
numbered as (
  select visitor_id, happened_at, kind,
         count(*) filter (where pause is null
                             or extract(hour from pause) * 60 + extract(minute from pause) + extract(second from pause) / 60 > 30
                             or previous_kind = 'order')
           over (partition by visitor_id order by happened_at, event_id) as visit
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

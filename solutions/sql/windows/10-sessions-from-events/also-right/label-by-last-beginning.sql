with line as (
  select *, row_number() over (partition by visitor_id order by happened_at, event_id) as n
  from events
),
marked as (
  select l.*, case when p.n is null or p.kind = 'order' or l.happened_at > p.happened_at + interval '30 minutes'
                   then l.n end as mark
  from line l
  left join line p on p.visitor_id = l.visitor_id and p.n = l.n - 1
),
labelled as (
  select visitor_id, happened_at, kind, max(mark) over (partition by visitor_id order by n) as label
  from marked
)
select visitor_id,
       dense_rank() over (partition by visitor_id order by label) as visit,
       min(happened_at) as started_at, max(happened_at) as ended_at, count(*) as events,
       bool_or(kind = 'order') as ordered
from labelled
group by visitor_id, label
order by visitor_id, visit;

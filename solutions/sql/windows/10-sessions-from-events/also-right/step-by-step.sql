with recursive line as (
  select *, row_number() over (partition by visitor_id order by happened_at, event_id) as n
  from events
),
walk as (
  select visitor_id, n, happened_at, kind, 1 as visit
  from line
  where n = 1
  union all
  select l.visitor_id, l.n, l.happened_at, l.kind,
         case when w.kind = 'order' or l.happened_at > w.happened_at + interval '30 minutes' then w.visit + 1 else w.visit end
  from walk w
  join line l on l.visitor_id = w.visitor_id and l.n = w.n + 1
)
select visitor_id, visit, min(happened_at) as started_at, max(happened_at) as ended_at, count(*) as events,
       'order' = any (array_agg(kind)) as ordered
from walk
group by visitor_id, visit
order by 1, 2;

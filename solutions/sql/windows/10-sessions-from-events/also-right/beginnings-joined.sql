with beginnings as (
  select e.visitor_id, e.happened_at, e.event_id
  from events e
  left join lateral (
    select p.happened_at, p.kind
    from events p
    where p.visitor_id = e.visitor_id and (p.happened_at, p.event_id) < (e.happened_at, e.event_id)
    order by p.happened_at desc, p.event_id desc
    limit 1
  ) previous on true
  where previous.happened_at is null
     or e.happened_at - previous.happened_at > interval '30 minutes'
     or previous.kind = 'order'
),
assigned as (
  select e.event_id, e.visitor_id, e.happened_at, e.kind, count(*) as visit
  from events e
  join beginnings b on b.visitor_id = e.visitor_id and (b.happened_at, b.event_id) <= (e.happened_at, e.event_id)
  group by e.event_id
)
select visitor_id, visit, min(happened_at) as started_at, max(happened_at) as ended_at, count(*) as events,
       bool_or(kind = 'order') as ordered
from assigned
group by visitor_id, visit
order by visitor_id, visit;

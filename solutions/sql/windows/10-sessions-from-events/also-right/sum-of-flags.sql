with flagged as (
  select e.*,
         case when lag(kind) over w = 'order' then 1
              when happened_at <= lag(happened_at) over w + interval '30 minutes' then 0
              else 1
         end as begins
  from events e
  window w as (partition by visitor_id order by happened_at, event_id)
)
select visitor_id, visit, min(happened_at) as started_at, max(happened_at) as ended_at, count(*) as events,
       count(*) filter (where kind = 'order') > 0 as ordered
from (select *, sum(begins) over (partition by visitor_id order by happened_at, event_id
                                  rows unbounded preceding) as visit
      from flagged) numbered
group by visitor_id, visit
order by visitor_id, visit;

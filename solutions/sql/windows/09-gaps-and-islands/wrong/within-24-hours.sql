-- mistake: asks for at most 24 hours between lessons instead of consecutive days
with flagged as (
  select pupil, started_at,
         case when started_at - lag(started_at) over (partition by pupil order by started_at) <= interval '24 hours'
              then 0 else 1 end as begins
  from lessons
),
labelled as (
  select pupil, started_at, sum(begins) over (partition by pupil order by started_at) as streak from flagged
)
select pupil, min(started_at)::date as first_day, max(started_at)::date as last_day, count(distinct started_at::date) as days
from labelled
group by pupil, streak
having count(distinct started_at::date) >= 2
order by pupil, first_day;

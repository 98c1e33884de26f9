with days as (
  select pupil, started_at::date as day
  from lessons
  group by 1, 2
),
flagged as (
  select pupil, day,
         case when day - lag(day) over (partition by pupil order by day) = 1 then 0 else 1 end as begins
  from days
),
labelled as (
  select pupil, day, sum(begins) over (partition by pupil order by day) as streak
  from flagged
)
select pupil, min(day) as first_day, max(day) as last_day, max(day) - min(day) + 1 as days
from labelled
group by pupil, streak
having min(day) < max(day)
order by pupil, first_day;

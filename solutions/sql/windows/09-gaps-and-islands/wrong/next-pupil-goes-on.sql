-- mistake: looks back without the pupil, so one pupil's streak runs on into that of the next pupil
with practice as (
  select distinct pupil, started_at::date as day
  from lessons
),
flagged as (
  select pupil, day,
         case when day - lag(day) over (order by pupil, day) = 1 then 0 else 1 end as begins
  from practice
),
numbered as (
  select pupil, day, sum(begins) over (order by pupil, day) as streak
  from flagged
)
select min(pupil) as pupil, min(day) as first_day, max(day) as last_day, count(*) as days
from numbered
group by streak
having count(*) >= 2
order by pupil, first_day;

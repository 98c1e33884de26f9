-- mistake: numbers lessons instead of days, so a second lesson on a day breaks the streak
with islands as (
  select pupil, started_at::date as day,
         started_at::date - row_number() over (partition by pupil order by started_at)::int as island
  from lessons
)
select pupil, min(day) as first_day, max(day) as last_day, count(*) as days
from islands
group by pupil, island
having count(*) >= 2
order by pupil, first_day;

-- mistake: no PARTITION BY, so the days of all pupils are numbered together
with practice as (
  select distinct pupil, started_at::date as day from lessons
),
islands as (
  select pupil, day, day - row_number() over (order by day, pupil)::int as island from practice
)
select pupil, min(day) as first_day, max(day) as last_day, count(*) as days
from islands
group by pupil, island
having count(*) >= 2
order by pupil, first_day;

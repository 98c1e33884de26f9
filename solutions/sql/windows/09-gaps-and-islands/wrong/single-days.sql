-- mistake: single days are listed as streaks
with practice as (
  select distinct pupil, started_at::date as day from lessons
),
islands as (
  select pupil, day, day - row_number() over (partition by pupil order by day)::int as island from practice
)
select pupil, min(day) as first_day, max(day) as last_day, count(*) as days
from islands
group by pupil, island
order by pupil, first_day;

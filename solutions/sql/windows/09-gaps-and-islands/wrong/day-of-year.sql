-- mistake: counts in days of the year, so a streak breaks at the new year
with practice as (
  select distinct pupil, started_at::date as day from lessons
),
islands as (
  select pupil, day,
         extract(doy from day) - row_number() over (partition by pupil order by day) as island
  from practice
)
select pupil, min(day) as first_day, max(day) as last_day, count(*) as days
from islands
group by pupil, island
having count(*) >= 2
order by pupil, first_day;

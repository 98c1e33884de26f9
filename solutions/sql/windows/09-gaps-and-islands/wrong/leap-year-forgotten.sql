-- mistake: numbers the days with 365 a year, so a leap year's last day and the next New Year's Day are one
with practice as (
  select distinct pupil, started_at::date as day,
         extract(year from started_at) * 365 + extract(doy from started_at) as number
  from lessons
),
islands as (
  select pupil, day, number - row_number() over (partition by pupil order by day) as island
  from practice
)
select pupil, min(day) as first_day, max(day) as last_day, count(*) as days
from islands
group by pupil, island
having count(*) >= 2
order by pupil, first_day;

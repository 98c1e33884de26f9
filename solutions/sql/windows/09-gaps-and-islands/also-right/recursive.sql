with recursive days as (
  select distinct pupil, date_trunc('day', started_at)::date as day from lessons
),
walk as (
  select d.pupil, d.day as first_day, d.day
  from days d
  where (d.pupil, d.day - 1) not in (select pupil, day from days)
  union all
  select w.pupil, w.first_day, d.day
  from walk w join days d on d.pupil = w.pupil and d.day = w.day + 1
)
select pupil, first_day, max(day) as last_day, count(*) as days
from walk
group by pupil, first_day
having count(*) > 1
order by pupil, first_day;

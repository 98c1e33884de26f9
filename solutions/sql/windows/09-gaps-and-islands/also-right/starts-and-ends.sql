with days as (
  select distinct pupil, started_at::date as day from lessons
),
starts as (
  select pupil, day from days d
  where not exists (select from days p where p.pupil = d.pupil and p.day = d.day - 1)
),
ends as (
  select pupil, day from days d
  where not exists (select from days n where n.pupil = d.pupil and n.day = d.day + 1)
)
select s.pupil, s.day as first_day, min(e.day) as last_day, min(e.day) - s.day + 1 as days
from starts s
join ends e on e.pupil = s.pupil and e.day >= s.day
group by s.pupil, s.day
having min(e.day) > s.day
order by s.pupil, s.day;

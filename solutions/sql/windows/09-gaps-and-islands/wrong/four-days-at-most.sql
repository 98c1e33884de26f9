-- mistake: follows a streak to its fourth day and no further
with practice as (
  select distinct pupil, started_at::date as day
  from lessons
)
select d1.pupil, d1.day as first_day,
       coalesce(d4.day, d3.day, d2.day) as last_day,
       coalesce(d4.day, d3.day, d2.day) - d1.day + 1 as days
from practice d1
join practice d2      on d2.pupil = d1.pupil and d2.day = d1.day + 1
left join practice d3 on d3.pupil = d2.pupil and d3.day = d2.day + 1
left join practice d4 on d4.pupil = d3.pupil and d4.day = d3.day + 1
where not exists (select from practice p where p.pupil = d1.pupil and p.day = d1.day - 1)
order by d1.pupil, first_day;

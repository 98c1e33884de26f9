-- mistake: compares with the pupil before alone, so the third of three with equal points gets another place
with numbered as (
  select class, student, points, student_id,
         row_number() over by_points    as n,
         lag(points)  over by_points    as before,
         dense_rank() over (partition by class order by points desc) as prize
  from results
  where points is not null
  window by_points as (partition by class order by points desc, student_id)
)
select class,
       case when points = before then n - 1 else n end as place,
       prize,
       student,
       points
from numbered
order by class, place, student;

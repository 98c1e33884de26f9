with scores as (
  select class, points, count(*) as pupils
  from results
  where points is not null
  group by class, points
),
ladder as (
  select class, points,
         row_number() over w as prize,
         sum(pupils) over w - pupils + 1 as place
  from scores
  window w as (partition by class order by points desc)
)
select r.class, l.place, l.prize, r.student, r.points
from results r
join ladder l using (class, points)
order by class, place, student;

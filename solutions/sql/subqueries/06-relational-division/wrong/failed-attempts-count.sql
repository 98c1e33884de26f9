-- mistake: a failed attempt spoils a course that was passed at another time
select s.student_id, s.name, p.name as programme
from students s join programmes p using (programme_id)
where not exists (
  select from requirements r
  where r.programme_id = s.programme_id
    and coalesce((select min(points) from exams e where e.student_id = s.student_id and e.course = r.course), 0) < 50
)
order by s.student_id;

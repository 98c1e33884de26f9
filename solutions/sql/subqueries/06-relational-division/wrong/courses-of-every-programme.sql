-- mistake: asks for the courses of all programmes
select s.student_id, s.name, p.name as programme
from students s join programmes p using (programme_id)
where not exists (
  select from requirements r
  where not exists (select from exams e where e.student_id = s.student_id and e.course = r.course and e.points >= 50)
)
order by s.student_id;

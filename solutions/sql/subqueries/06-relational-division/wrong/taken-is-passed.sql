-- mistake: looks only at whether the exam was taken
select s.student_id, s.name, p.name as programme
from students s join programmes p using (programme_id)
where not exists (
  select from requirements r
  where r.programme_id = s.programme_id
    and not exists (select from exams e where e.student_id = s.student_id and e.course = r.course)
)
order by s.student_id;

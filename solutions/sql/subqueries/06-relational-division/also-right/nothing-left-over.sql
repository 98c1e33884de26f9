select s.student_id, s.name, p.name as programme
from students s
join programmes p using (programme_id)
where not exists (
  select course from requirements r where r.programme_id = s.programme_id
  except
  select course from exams e where e.student_id = s.student_id and e.points > 49
)
order by s.student_id;

select s.student_id, s.name, p.name as programme
from students s
join programmes p on p.programme_id = s.programme_id
where true = all (select exists (select from exams e where e.student_id = s.student_id and e.course = r.course and e.points between 50 and 100)
                  from requirements r where r.programme_id = s.programme_id)
order by s.student_id;

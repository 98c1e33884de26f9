-- mistake: one of the required courses is enough
select distinct s.student_id, s.name, p.name as programme
from students s join programmes p using (programme_id)
join requirements r on r.programme_id = s.programme_id
join exams e on e.student_id = s.student_id and e.course = r.course
where e.points >= 50
order by s.student_id;

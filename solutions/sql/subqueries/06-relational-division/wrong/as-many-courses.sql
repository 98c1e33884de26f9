-- mistake: passes as many courses as are required, whichever they are
select s.student_id, s.name, p.name as programme
from students s join programmes p using (programme_id)
where (select count(distinct course) from exams e where e.student_id = s.student_id and e.points >= 50)
      >= (select count(*) from requirements r where r.programme_id = s.programme_id)
order by s.student_id;

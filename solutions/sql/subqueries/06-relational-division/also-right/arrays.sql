select s.student_id, s.name, p.name as programme
from students s
cross join lateral (select name from programmes where programme_id = s.programme_id) p
where array(select course from exams e where e.student_id = s.student_id and points >= 50)
      @> array(select course from requirements r where r.programme_id = s.programme_id)
order by 1;

with lacking as (
  select s.student_id
  from students s join requirements r on r.programme_id = s.programme_id
  left join (select student_id, course from exams group by 1, 2 having max(points) >= 50) passed
         on passed.student_id = s.student_id and passed.course = r.course
  where passed.course is null
)
select s.student_id, s.name, p.name as programme
from students s join programmes p on p.programme_id = s.programme_id
where s.student_id not in (select student_id from lacking)
order by s.student_id;

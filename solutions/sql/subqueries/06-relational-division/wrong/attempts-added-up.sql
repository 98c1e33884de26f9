-- mistake: adds up the points of all attempts, so two failed ones can make a pass
select s.student_id, s.name, p.name as programme
from students s
join programmes p on p.programme_id = s.programme_id
where not exists (
  select from requirements r
  where r.programme_id = s.programme_id
    and coalesce((select sum(e.points) from exams e where e.student_id = s.student_id and e.course = r.course), 0) < 50
)
order by s.student_id;

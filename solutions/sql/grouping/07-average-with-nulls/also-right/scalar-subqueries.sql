select s.student_id, s.name,
       (select count(*) from homework h where h.student_id = s.student_id and not is_excused) as tasks,
       (select count(*) from homework h where h.student_id = s.student_id and not is_excused and points is not null) as handed_in,
       (select round(avg(points), 2) from homework h where h.student_id = s.student_id and not is_excused) as average_handed_in,
       (select round(avg(coalesce(points, 0)), 2) from homework h where h.student_id = s.student_id and not is_excused) as average_all
from students s
order by 1;

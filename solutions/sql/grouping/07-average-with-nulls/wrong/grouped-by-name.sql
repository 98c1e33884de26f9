-- mistake: groups by name, so two students of one name become one
select min(s.student_id) as student_id, s.name, count(h.task_no) as tasks, count(h.points) as handed_in,
       round(avg(h.points), 2) as average_handed_in,
       round(avg(coalesce(h.points, 0)) filter (where h.task_no is not null), 2) as average_all
from students s left join homework h on h.student_id = s.student_id and not h.is_excused
group by s.name
order by student_id;

-- mistake: avg() leaves out what was not handed in, in both averages
select s.student_id, s.name, count(h.task_no) as tasks, count(h.points) as handed_in,
       round(avg(h.points), 2) as average_handed_in, round(avg(h.points), 2) as average_all
from students s left join homework h on h.student_id = s.student_id and not h.is_excused
group by s.student_id
order by s.student_id;

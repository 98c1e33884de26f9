-- mistake: works the second average out from the first after rounding it
select student_id, name, tasks, handed_in, average_handed_in,
       round(coalesce(average_handed_in, 0) * handed_in / nullif(tasks, 0), 2) as average_all
from (select s.student_id, s.name, count(h.task_no) as tasks, count(h.points) as handed_in,
             round(avg(h.points), 2) as average_handed_in
      from students s left join homework h on h.student_id = s.student_id and not h.is_excused
      group by s.student_id) as counted
order by student_id;

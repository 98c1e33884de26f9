-- mistake: whole numbers divided by whole numbers lose their decimals
select s.student_id, s.name, count(h.task_no) as tasks, count(h.points) as handed_in,
       sum(h.points) / nullif(count(h.points), 0) as average_handed_in,
       coalesce(sum(h.points), 0) / nullif(count(h.task_no), 0) as average_all
from students s left join homework h on h.student_id = s.student_id and not h.is_excused
group by s.student_id
order by s.student_id;

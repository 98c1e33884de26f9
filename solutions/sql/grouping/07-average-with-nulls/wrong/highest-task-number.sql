-- mistake: takes the highest task number for the number of tasks, though numbers may be missing
select s.student_id, s.name,
       coalesce(max(h.task_no) - count(*) filter (where h.is_excused), 0) as tasks,
       count(h.points) filter (where not h.is_excused) as handed_in,
       round(avg(h.points) filter (where not h.is_excused), 2) as average_handed_in,
       round(coalesce(sum(h.points) filter (where not h.is_excused), 0)
             / nullif(max(h.task_no) - count(*) filter (where h.is_excused), 0)::numeric, 2) as average_all
from students s left join homework h on h.student_id = s.student_id
group by s.student_id
order by s.student_id;

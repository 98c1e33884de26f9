-- mistake: rounds a floating-point number, which takes 0.125 to 0.12 instead of 0.13
select s.student_id, s.name, count(h.task_no) as tasks, count(h.points) as handed_in,
       round(avg(h.points)::float8 * 100) / 100 as average_handed_in,
       round(avg(coalesce(h.points, 0)) filter (where h.task_no is not null)::float8 * 100) / 100 as average_all
from students s left join homework h on h.student_id = s.student_id and not h.is_excused
group by s.student_id
order by s.student_id;

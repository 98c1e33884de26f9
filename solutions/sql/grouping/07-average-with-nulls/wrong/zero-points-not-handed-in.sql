-- mistake: 0 points are taken for not handed in
select s.student_id, s.name, count(h.task_no) as tasks, count(nullif(h.points, 0)) as handed_in,
       round(avg(nullif(h.points, 0)), 2) as average_handed_in,
       round(avg(coalesce(h.points, 0)) filter (where h.task_no is not null), 2) as average_all
from students s left join homework h on h.student_id = s.student_id and not h.is_excused
group by s.student_id
order by s.student_id;

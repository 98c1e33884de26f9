select s.student_id, s.name,
       count(*) filter (where not h.is_excused) as tasks,
       count(h.points) filter (where not h.is_excused) as handed_in,
       round(avg(h.points) filter (where not h.is_excused), 2) as average_handed_in,
       round(avg(case when h.points is null then 0 else h.points end) filter (where not h.is_excused), 2) as average_all
from students s left join homework h using (student_id)
group by s.student_id, s.name
order by s.student_id;

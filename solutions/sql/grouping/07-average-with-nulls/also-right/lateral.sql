select s.student_id, s.name, a.tasks, a.handed_in, round(a.given / nullif(a.handed_in, 0), 2) as average_handed_in,
       case when a.tasks > 0 then round(coalesce(a.given, 0) / a.tasks, 2) end as average_all
from students s
cross join lateral (
  select count(*) as tasks, count(points) as handed_in, sum(points) * 1.0 as given
  from homework h
  where h.student_id = s.student_id and not h.is_excused
) a
order by s.student_id;

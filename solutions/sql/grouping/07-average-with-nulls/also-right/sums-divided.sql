with counted as (
  select student_id, count(*) as tasks, count(points) as handed_in, coalesce(sum(points), 0)::numeric as total
  from homework
  where is_excused = false
  group by student_id
)
select student_id, name, coalesce(tasks, 0) as tasks, coalesce(handed_in, 0) as handed_in,
       round(total / nullif(handed_in, 0), 2) as average_handed_in, round(total / tasks, 2) as average_all
from students left join counted using (student_id)
order by student_id;

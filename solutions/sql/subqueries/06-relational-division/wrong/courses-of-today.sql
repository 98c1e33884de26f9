-- mistake: the courses of each programme are copied from the table
with passed as (
  select student_id, array_agg(course) as courses
  from exams
  where points >= 50
  group by student_id
)
select s.student_id, s.name, p.name as programme
from students s
join programmes p using (programme_id)
left join passed using (student_id)
where (p.name = 'Biology' and courses @> array['Cells', 'Genetics', 'Statistics'])
   or (p.name = 'Music' and courses @> array['Harmony', 'Statistics'])
   or p.name = 'Free studies'
order by s.student_id;

-- mistake: DISTINCT drops a second course with the same name and the same teacher
select distinct c.name as course, t.name as teacher
from courses c
join teachers t on t.teacher_id = c.teacher_id
order by course, teacher;

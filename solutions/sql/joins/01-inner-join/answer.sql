select c.name as course, t.name as teacher
from courses c
join teachers t on t.teacher_id = c.teacher_id
order by course, teacher;

select name as course, (select t.name from teachers t where t.teacher_id = c.teacher_id) as teacher
from courses c
where teacher_id is not null
order by course, teacher;

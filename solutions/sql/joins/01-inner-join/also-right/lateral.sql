select c.name as course, its_teacher.name as teacher
from courses c
cross join lateral (select name from teachers where teacher_id = c.teacher_id) its_teacher
order by course, teacher;

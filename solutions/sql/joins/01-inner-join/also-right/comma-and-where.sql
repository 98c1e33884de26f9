select c.name as course, t.name as teacher
from courses c, teachers t
where c.teacher_id = t.teacher_id
order by c.name, t.name;

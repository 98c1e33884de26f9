-- mistake: courses of the same name are sorted by the teacher's number instead of the name
select c.name as course, t.name as teacher
from courses c
join teachers t on t.teacher_id = c.teacher_id
order by course, t.teacher_id;

-- mistake: a course without a teacher is listed
select c.name as course, t.name as teacher
from courses c
left join teachers t on t.teacher_id = c.teacher_id
order by course, teacher;

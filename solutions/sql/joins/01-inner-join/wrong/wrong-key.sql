-- mistake: joins the course's own number to the teacher's number
select c.name as course, t.name as teacher
from courses c
join teachers t on t.teacher_id = c.course_id
order by course, teacher;

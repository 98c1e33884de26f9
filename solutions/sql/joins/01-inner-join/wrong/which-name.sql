-- mistake: does not say which table's name is meant (PostgreSQL: column reference "name" is ambiguous)
select name as course, name as teacher
from courses
join teachers on teachers.teacher_id = courses.teacher_id
order by course, teacher;

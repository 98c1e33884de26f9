select courses.name as course, teachers.name as teacher
from teachers
join courses using (teacher_id)
order by 1, 2;

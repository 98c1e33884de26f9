-- mistake: NATURAL JOIN also asks for the course and the teacher to have the same name
select name as course, name as teacher
from courses natural join teachers
order by course, teacher;

-- mistake: no join condition, so every course is paired with every teacher
select c.name as course, t.name as teacher
from courses c, teachers t
order by course, teacher;

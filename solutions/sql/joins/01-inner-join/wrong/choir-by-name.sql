-- mistake: leaves out the one course in sight that has no teacher, by its name
select c.name as course, t.name as teacher
from courses c
left join teachers t on t.teacher_id = c.teacher_id
where c.name <> 'Choir'
order by course, teacher;

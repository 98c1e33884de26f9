-- mistake: groups by name, so two students with the same name share their exams
select min(s.student_id) as student_id, s.name, p.name as programme
from students s
join programmes p on p.programme_id = s.programme_id
left join requirements r on r.programme_id = s.programme_id
left join exams e on e.student_id = s.student_id and e.course = r.course and e.points >= 50
group by s.name, p.name
having count(distinct r.course) = count(distinct e.course)
order by student_id;

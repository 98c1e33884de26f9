select s.student_id, s.name, p.name as programme
from students s
join programmes p on p.programme_id = s.programme_id
left join requirements r on r.programme_id = s.programme_id
left join exams e on e.student_id = s.student_id and e.course = r.course and e.points >= 50
group by s.student_id, s.name, p.programme_id, p.name
having count(distinct r.course) = count(distinct e.course)
order by s.student_id;

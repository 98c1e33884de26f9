-- mistake: the one programme that requires nothing today is named in the query
select s.student_id, s.name, p.name as programme
from students s
join programmes p on p.programme_id = s.programme_id
left join requirements r on r.programme_id = s.programme_id
left join exams e on e.student_id = s.student_id and e.course = r.course and e.points >= 50
group by s.student_id, s.name, p.name
having p.name = 'Free studies'
    or (count(r.course) > 0 and count(distinct r.course) = count(distinct e.course))
order by s.student_id;

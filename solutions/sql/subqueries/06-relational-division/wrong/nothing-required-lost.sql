-- mistake: an inner join loses students whose programme requires nothing
select s.student_id, s.name, p.name as programme
from students s join programmes p using (programme_id)
join requirements r on r.programme_id = s.programme_id
left join exams e on e.student_id = s.student_id and e.course = r.course and e.points >= 50
group by s.student_id, s.name, p.name
having count(distinct r.course) = count(distinct e.course)
order by s.student_id;

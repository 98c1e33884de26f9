select r.class,
       count(b.student_id) + 1 as place,
       count(distinct b.points) + 1 as prize,
       r.student,
       r.points
from results r
left join results b on b.class = r.class and b.points > r.points
where r.points is not null
group by r.student_id, r.class, r.student, r.points
order by r.class, place, r.student;

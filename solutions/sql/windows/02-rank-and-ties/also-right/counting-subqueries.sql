select r.class,
       1 + (select count(*) from results b where b.class = r.class and b.points > r.points) as place,
       1 + (select count(distinct b.points) from results b where b.class = r.class and b.points > r.points) as prize,
       r.student,
       r.points
from results r
where r.points is not null
order by r.class, place, r.student;

-- mistake: no PARTITION BY, so all classes are ranked together
select class, rank() over w as place, dense_rank() over w as prize, student, points
from results
where points is not null
window w as (order by points desc)
order by class, place, student;

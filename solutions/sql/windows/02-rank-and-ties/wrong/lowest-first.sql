-- mistake: the fewest points get the first place
select class, rank() over w as place, dense_rank() over w as prize, student, points
from results
where points is not null
window w as (partition by class order by points)
order by class, place, student;

-- mistake: places without gaps: after two firsts comes a second
select class, dense_rank() over w as place, dense_rank() over w as prize, student, points
from results
where points is not null
window w as (partition by class order by points desc)
order by class, place, student;

-- mistake: absent pupils are listed, and ranked before everybody else
select class, rank() over w as place, dense_rank() over w as prize, student, points
from results
window w as (partition by class order by points desc)
order by class, place, student;

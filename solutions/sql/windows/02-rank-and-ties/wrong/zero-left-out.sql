-- mistake: a pupil who took part and scored 0 is left out
select class, rank() over w as place, dense_rank() over w as prize, student, points
from results
where points > 0
window w as (partition by class order by points desc)
order by class, place, student;

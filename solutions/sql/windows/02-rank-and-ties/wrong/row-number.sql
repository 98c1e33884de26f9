-- mistake: row_number() gives pupils with equal points different places
select class, row_number() over w as place, dense_rank() over w as prize, student, points
from results
where points is not null
window w as (partition by class order by points desc)
order by class, place, student;

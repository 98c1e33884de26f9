-- mistake: absent pupils count as pupils with 0 points
select class, rank() over w as place, dense_rank() over w as prize, student, coalesce(points, 0) as points
from results
window w as (partition by class order by coalesce(points, 0) desc)
order by class, place, student;

select class,
       rank()       over by_points as place,
       dense_rank() over by_points as prize,
       student,
       points
from results
where points is not null
window by_points as (partition by class order by points desc)
order by class, place, student;

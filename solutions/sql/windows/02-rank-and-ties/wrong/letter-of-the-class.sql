-- mistake: ranks by the letter of the class, so 5A and 6A are one
select class,
       rank()       over by_points as place,
       dense_rank() over by_points as prize,
       student,
       points
from results
where points is not null
window by_points as (partition by right(class, 1) order by points desc)
order by class, place, student;

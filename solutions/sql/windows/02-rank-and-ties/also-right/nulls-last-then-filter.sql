select class, place, prize, student, points
from (select *,
             rank() over (partition by class order by points desc nulls last) as place,
             dense_rank() over (partition by class order by points desc nulls last) as prize
      from results) ranked
where points >= 0
order by class, place, student;

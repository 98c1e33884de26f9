select pupil, min(day) as first_day, max(day) as last_day, count(distinct day) as days
from (select pupil, started_at::date as day,
             started_at::date - dense_rank() over (partition by pupil order by started_at::date)::int as island
      from lessons) numbered
group by pupil, island
having count(distinct day) > 1
order by 1, 2;

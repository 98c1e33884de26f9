select concat(first_name, ' ', last_name) as runner,
       ran_on as run_date,
       distance_m::numeric / 1000 as km,
       goal_m - distance_m as metres_left
from runs
order by run_id;

-- mistake: leaves out the runs for which the goal was 0 metres
select first_name || ' ' || last_name as runner,
       ran_on as run_date,
       distance_m / 1000.0 as km,
       goal_m - distance_m as metres_left
from runs
where goal_m > 0;

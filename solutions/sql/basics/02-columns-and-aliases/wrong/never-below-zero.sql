-- mistake: metres_left stops at 0 instead of going negative
select first_name || ' ' || last_name as runner, ran_on as run_date, distance_m / 1000.0 as km,
       greatest(goal_m - distance_m, 0) as metres_left
from runs;

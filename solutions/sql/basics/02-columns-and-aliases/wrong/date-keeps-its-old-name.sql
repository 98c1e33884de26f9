-- mistake: ran_on is not renamed to run_date
select first_name || ' ' || last_name as runner, ran_on, distance_m / 1000.0 as km, goal_m - distance_m as metres_left
from runs;

-- mistake: distance minus goal turns the sign of metres_left round
select first_name || ' ' || last_name as runner, ran_on as run_date, distance_m / 1000.0 as km, distance_m - goal_m as metres_left
from runs;

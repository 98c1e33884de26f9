-- mistake: DISTINCT merges two equal runs of one day into one
select distinct first_name || ' ' || last_name as runner, ran_on as run_date, distance_m / 1000.0 as km, goal_m - distance_m as metres_left
from runs;

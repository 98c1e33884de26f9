-- mistake: whole number divided by whole number drops everything behind the point
select first_name || ' ' || last_name as runner, ran_on as run_date, distance_m / 1000 as km, goal_m - distance_m as metres_left
from runs;

-- mistake: the kilometres are rounded to one digit
select first_name || ' ' || last_name as runner, ran_on as run_date, round(distance_m / 1000.0, 1) as km,
       goal_m - distance_m as metres_left
from runs;

-- mistake: cuts the kilometres after five signs, so 12.345 becomes 12.34
select first_name || ' ' || last_name as runner,
       ran_on as run_date,
       left((distance_m / 1000.0)::text, 5)::numeric as km,
       goal_m - distance_m as metres_left
from runs;

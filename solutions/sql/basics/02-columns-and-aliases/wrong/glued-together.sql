-- mistake: puts kilometres and metres together as text, so 1050 metres become 1.50 km instead of 1.050
select first_name || ' ' || last_name as runner,
       ran_on as run_date,
       (distance_m / 1000 || '.' || distance_m % 1000)::numeric as km,
       goal_m - distance_m as metres_left
from runs;

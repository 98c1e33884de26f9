-- mistake: INITCAP changes names that are not written with one capital letter a word
select initcap(first_name || ' ' || last_name) as runner,
       ran_on as run_date,
       distance_m / 1000.0 as km,
       goal_m - distance_m as metres_left
from runs;

with shown (runner, run_date, km, metres_left) as (
  select concat_ws(' ', first_name, last_name), ran_on, round(distance_m / 1e3, 3), goal_m - distance_m
  from runs
)
select runner, run_date, km, metres_left
from shown;

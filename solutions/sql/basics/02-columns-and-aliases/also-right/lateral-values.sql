select v.*
from runs r
cross join lateral (
  values (r.first_name || ' ' || r.last_name, r.ran_on, cast(r.distance_m as numeric(9, 3)) / 1000, r.goal_m - r.distance_m)
) as v (runner, run_date, km, metres_left);

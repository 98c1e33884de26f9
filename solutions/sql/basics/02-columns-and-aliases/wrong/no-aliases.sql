-- mistake: the values are right, but the columns are not named as the app needs them
select first_name || ' ' || last_name, ran_on, distance_m / 1000.0, goal_m - distance_m
from runs;

select format('%s %s', r.first_name, r.last_name) Runner,
       r.ran_on Run_Date,
       r.distance_m * 0.001::double precision KM,
       -(r.distance_m - r.goal_m) Metres_Left
from runs r;

create table runs (
  run_id     int primary key,
  first_name text not null,
  last_name  text not null,
  ran_on     date not null,
  distance_m int not null check (distance_m between 0 and 100000),
  goal_m     int not null check (goal_m between 0 and 100000)
);

insert into runs (run_id, first_name, last_name, ran_on, distance_m, goal_m) values
  (1, 'Nadia',    'Rahman', '2026-05-04',  5000,  5000),  -- whole kilometres, goal met exactly
  (2, 'Jonas',    'Weber',  '2026-05-04',  4200,  5000),  -- 4.2 km, not 4
  (3, 'Mary Ann', 'Clarke', '2026-05-05', 10750, 10000),  -- a first name of two words; further than planned
  (4, 'Nadia',    'Rahman', '2026-05-06',   800,  3000),  -- less than one kilometre is not 0 km
  (5, 'Jonas',    'Weber',  '2026-05-06',  4200,  5000),  -- the same run twice in one day:
  (6, 'Jonas',    'Weber',  '2026-05-06',  4200,  5000),  -- both are shown
  (7, 'Li',       'Chen',   '2026-05-07',  3333,  3000),  -- three digits behind the point
  (8, 'Ruth',     'Adeyemi', '2026-05-08',    0,  2000);  -- started the watch and went home

create table students (
  student_id int primary key,
  name       text not null
);

create table homework (
  student_id int not null references students,
  task_no    int not null,
  points     int check (points between 0 and 10),  -- NULL: not handed in
  is_excused boolean not null,
  primary key (student_id, task_no)
);

insert into students values
  (1, 'Lea'),   -- one task not handed in, one excused
  (2, 'Mo'),    -- everything handed in: both averages are the same
  (3, 'Nia'),   -- nothing handed in
  (4, 'Omar'),  -- a 0 that was handed in
  (5, 'Pim'),   -- no homework yet
  (6, 'Rosa');  -- excused from everything

insert into homework values
  (1, 1, 8,    false),
  (1, 2, 9,    false),
  (1, 3, null, false),
  (1, 4, null, true),
  (1, 5, 8,    false),  -- 25 points in 3: 8.333..., in 4: 6.25
  (2, 1, 7,    false),
  (2, 2, 10,   false),
  (2, 3, 9,    false),  -- 26 in 3: 8.666..., rounded up
  (3, 1, null, false),
  (3, 2, null, false),
  (4, 1, 0,    false),
  (4, 2, 5,    false),
  (4, 3, 3,    true),   -- handed in although excused: does not count either
  (4, 4, null, false),  -- 5 in 2: 2.5, in 3: 1.666...
  (6, 1, null, true),
  (6, 2, 10,   true);

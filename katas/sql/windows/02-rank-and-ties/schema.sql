create table results (
  student_id int primary key,
  class      text not null,
  student    text not null,
  points     int check (points >= 0)  -- NULL: absent
);

insert into results values
  (1,  '5A', 'Dan',  12),
  (2,  '5A', 'Ben',  18),
  (3,  '5A', 'Fay',  null),  -- absent: a descending order would put her first
  (4,  '5A', 'Ada',  18),    -- shares the first place with Ben, and stands before him
  (5,  '5A', 'Cleo', 15),    -- third by place, second by score
  (6,  '5A', 'Eli',  12),    -- a second tie: place and prize drift apart
  (7,  '5B', 'Sam',  12),
  (8,  '5B', 'Gus',  15),    -- equal to Cleo, but each class has its own list
  (9,  '5B', 'Sam',  12),    -- another Sam with the same points: two rows
  (10, '5B', 'Ivo',  0),     -- took part and scored nothing: listed
  (11, '5B', 'Hana', 9),
  (12, '5B', 'Jo',   null),
  (13, '5C', 'Kim',  7),     -- alone, so first
  (14, '5D', 'Lou',  null);  -- nobody of 5D took part

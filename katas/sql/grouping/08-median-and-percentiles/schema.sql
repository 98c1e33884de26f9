create table searches (
  search_id int primary key,
  page      text not null,
  ms        int check (ms >= 0)  -- how long it took, in milliseconds; NULL: never answered
);

insert into searches values
  -- ten answers, one of them very slow: the 9th of 10 is the 90th percentile, and the mean is far from the median
  (1,  'home',    110), (2,  'home',    90),  (3,  'home',    100), (4,  'home',    120), (5,  'home',    4000),
  (6,  'home',    95),  (7,  'home',    130), (8,  'home',    105), (9,  'home',    90),  (10, 'home',    300),
  -- an even number: the median lies between 20 and 41
  (11, 'help',    41),  (12, 'help',    20),
  -- an odd number, and one that was never answered
  (13, 'catalog', 70),  (14, 'catalog', null), (15, 'catalog', 50), (16, 'catalog', 60), (17, 'catalog', 60), (18, 'catalog', 200),
  -- never answered at all
  (19, 'archive', null), (20, 'archive', null),
  -- one answer: it is everything at once
  (21, 'about',   15),
  -- the mean is 16.666..., rounded up
  (22, 'guide',   20), (23, 'guide',   15), (24, 'guide',   15);

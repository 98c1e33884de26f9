create table viewers (
  viewer_id int primary key,
  country   text not null
);

create table viewings (
  viewing_id int primary key,
  viewer_id  int not null references viewers,
  minutes    int not null check (minutes > 0)
);

insert into viewers values
  (1, 'NZ'), (3, 'NZ'), (2, 'NZ'), (4, 'NZ'), (5, 'NZ'), (6, 'NZ'),  -- six: 2, 2, 1, 1
  (7, 'IE'), (8, 'IE'), (9, 'IE'), (11, 'IE'), (10, 'IE'),           -- five: 2, 1, 1, 1
  (12, 'MT'), (13, 'MT');                                            -- two: quarters 1 and 2 only

insert into viewings values
  (101, 5, 150), (102, 5, 150),  -- two equal viewings: 300 minutes, not 150
  (103, 3, 120),                 -- ties with viewer 2 just where quarter 1 ends: the smaller viewer_id comes first
  (104, 2, 50), (105, 2, 70),    -- the most viewings are not the most minutes
  (106, 1, 90),
  (107, 6, 10), (108, 6, 10), (109, 6, 10),  -- viewer 4 has watched nothing
  (110, 7, 80),
  (111, 8, 500),                 -- far ahead: quarters go by heads, not by minutes
  (112, 11, 60), (113, 10, 60),  -- a tie between quarters 2 and 3; viewer 9 has watched nothing
  (114, 12, 10),
  (115, 13, 40);

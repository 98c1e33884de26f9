create table videos (
  video_id int primary key,
  channel  text not null,
  title    text not null,
  views    int check (views >= 0)  -- NULL: not counted yet
);

insert into videos values
  -- small: 30 on the average; far below the average of all videos
  (1, 'Bread', 'Sourdough',     60),
  (2, 'Bread', 'Rye',           30),    -- exactly average
  (3, 'Bread', 'Flat bread',    0),
  (4, 'Bread', 'Brioche',       null),  -- not counted yet: no part of the average
  -- large: 5000 on the average
  (5, 'Trains', 'Narrow gauge', 5500),
  (6, 'Trains', 'Night train',  9000),
  (7, 'Trains', 'Depot',        4000),  -- above the average of all videos, but not of its channel
  (8, 'Trains', 'Timetables',   1500),
  -- a single video is as good as its channel
  (9, 'Chess', 'Endgames',      7000),
  -- two equal ones on top; each of them counts, so the average is 39.50 and Twist is below it
  (11, 'Yoga', 'Balance',       50),
  (10, 'Yoga', 'Morning',       50),
  (12, 'Yoga', 'Breath',        20),
  (13, 'Yoga', 'Twist',         38);

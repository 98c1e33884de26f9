create table shows (
  show_id int primary key,
  title   text not null
);

create table plays (
  play_id int primary key,
  show_id int not null references shows,
  minutes int not null check (minutes > 0)
);

insert into shows values
  (4, 'Quiet Engines'),   -- never played: 0 minutes, and that pulls the average down
  (3, 'The Long Winter'),
  (1, 'Harbour Lights'),  -- as many minutes as show 3
  (5, 'Paper Kites'),
  (2, 'Tides'),
  (6, 'Tides');           -- another show of the same title

insert into plays values
  (101, 5, 50), (102, 5, 40), (103, 5, 30),  -- 120
  (104, 2, 40), (105, 2, 20),                --  60, exactly the average
  (106, 3, 45), (107, 3, 25),                --  70
  (108, 1, 70),                              --  70, in one play
  (109, 6, 20), (110, 6, 20);                --  40, in two equal plays

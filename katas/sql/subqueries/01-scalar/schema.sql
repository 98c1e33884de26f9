create table readings (
  reading_id  int primary key,
  sensor      text not null,
  read_on     date not null,
  temperature numeric(4, 1)  -- NULL: the sensor was broken
);

insert into readings values
  (1, 'roof',   '2026-05-01', 14.0),
  (2, 'cellar', '2026-05-01', 9.4),    -- as cold as reading 7: two readings
  (3, 'attic',  '2026-05-01', 22.0),   -- the attic has no reading on the last day
  (4, 'roof',   '2026-05-02', 17.5),
  (5, 'cellar', '2026-05-02', null),   -- broken: not part of the average
  (7, 'cellar', '2026-05-03', 9.4),
  (6, 'roof',   '2026-05-03', 15.2),
  (8, 'lounge', '2026-05-03', null),   -- broken on the last day: listed all the same
  (9, 'roof',   '2026-05-03', 18.3);   -- the same sensor twice on the last day

create table lessons (
  lesson_id  int primary key,
  pupil      text not null,
  started_at timestamp not null
);

insert into lessons values
  (1,  'Ana',  '2026-02-27 18:00'),
  (2,  'Ana',  '2026-02-28 08:00'),
  (3,  'Ana',  '2026-02-28 19:30'),  -- twice on one day: one day
  (4,  'Ana',  '2026-03-01 07:10'),  -- over the end of the month
  (5,  'Ana',  '2026-03-05 18:00'),  -- after a gap: a second streak
  (6,  'Ana',  '2026-03-06 18:00'),
  (7,  'Ana',  '2026-03-10 18:00'),  -- a single day: no streak
  (8,  'Ben',  '2026-03-02 16:00'),
  (9,  'Ben',  '2026-03-02 17:00'),  -- two lessons, but one day: no streak
  (10, 'Ben',  '2026-03-04 23:50'),
  (11, 'Ben',  '2026-03-05 00:05'),  -- a quarter of an hour later, and the next day
  (12, 'Cleo', '2025-12-31 20:00'),
  (13, 'Cleo', '2026-01-01 20:00'),  -- over the end of the year
  (14, 'Cleo', '2026-01-03 20:00'),
  (15, 'Cleo', '2026-01-05 20:00'),  -- every other day: no streak
  (17, 'Dev',  '2026-03-08 22:00'),  -- 40 hours after lesson 16, and yet the next day
  (16, 'Dev',  '2026-03-07 06:00'),  -- the day after Ana's last: another pupil, another streak
  (18, 'Dev',  '2026-03-10 07:00'),
  (19, 'Dev',  '2026-03-11 07:00'),
  (20, 'Dev',  '2026-03-12 07:00'),
  (21, 'Dev',  '2026-03-13 07:00'),
  (22, 'Eve',  '2026-03-09 07:00');  -- a single day

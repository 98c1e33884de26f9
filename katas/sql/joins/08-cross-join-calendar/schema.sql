create table members (
  member_id int primary key,
  name      text not null,
  joined_on date not null
);

create table step_counts (
  member_id   int not null references members,
  measured_at timestamp not null,
  steps       int not null check (steps >= 0),
  primary key (member_id, measured_at)
);

insert into members values
  (1, 'Ayla',  '2025-11-20'),
  (2, 'Bo',    '2026-03-06'),
  (3, 'Chris', '2026-03-08'),  -- joined on the last day
  (4, 'Dora',  '2026-03-09'),  -- joined too late
  (5, 'Emil',  '2026-01-05');  -- sends nothing all week

insert into step_counts values
  (1, '2026-03-01 23:59', 700),    -- the day before the week
  (1, '2026-03-02 00:00', 300),    -- the first moment of the week
  (1, '2026-03-02 18:30', 5200),
  (1, '2026-03-04 09:00', 2000),
  (1, '2026-03-04 13:00', 2000),   -- the same number again: both count
  (1, '2026-03-04 20:00', 1500),
  (1, '2026-03-08 23:55', 640),    -- late on the last day; on Tuesday, Thursday and Saturday nobody wears a watch
  (1, '2026-03-09 00:00', 8000),   -- the first moment after the week
  (2, '2026-03-04 12:00', 3300),   -- sent by an old watch, before Bo joined
  (2, '2026-03-06 12:00', 4000),
  (2, '2026-03-08 10:00', 9100),
  (3, '2026-03-06 08:00', 1200),   -- before Chris joined
  (4, '2026-03-05 08:00', 2500),   -- before Dora joined
  (5, '2026-02-27 08:00', 1000);

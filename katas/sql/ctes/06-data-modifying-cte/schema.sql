create table users (
  user_id        int primary key,
  name           text not null,
  status         text not null check (status in ('new', 'active', 'idle', 'blocked')),
  ended_sessions int not null default 0 check (ended_sessions >= 0)
);

create table sessions (
  session_id int primary key,
  user_id    int not null references users,
  started_at timestamp not null,
  expires_at timestamp  -- NULL: stays signed in
);

create table session_archive (
  session_id  int not null,
  user_id     int not null references users,
  started_at  timestamp not null,
  expires_at  timestamp,
  archived_on date not null
);

insert into users values
  (1, 'Ana',  'active',  4),  -- one session ends, one goes on
  (2, 'Bo',   'active',  0),  -- two sessions end, none is left
  (3, 'Cyra', 'active',  1),  -- ends exactly at midnight
  (4, 'Dov',  'active',  7),  -- stays signed in
  (5, 'Elin', 'new',     0),  -- never had a session
  (6, 'Femi', 'active',  2),  -- one session ends, one has no end
  (7, 'Gil',  'active',  3),  -- ends a second after midnight
  (8, 'Hoa',  'blocked', 5),  -- blocked, and the last session ends
  (9, 'Ivo',  'idle',    6);  -- no session left from earlier nights

insert into sessions values
  (101, 1, '2026-04-28 09:00', '2026-04-29 09:00'),
  (102, 1, '2026-04-30 20:00', '2026-05-01 20:00'),
  (103, 2, '2026-04-20 08:00', '2026-04-21 08:00'),
  (104, 2, '2026-04-20 08:30', '2026-04-21 08:30'),
  (105, 3, '2026-04-30 00:00', '2026-05-01 00:00'),
  (106, 4, '2025-12-24 18:00', null),
  (107, 6, '2026-04-29 12:00', '2026-04-30 12:00'),
  (108, 6, '2026-04-29 12:05', null),
  (109, 7, '2026-04-30 00:00', '2026-05-01 00:00:01'),
  (110, 8, '2026-04-10 10:00', '2026-04-11 10:00');

insert into session_archive values
  (90, 9, '2026-04-01 10:00', '2026-04-02 10:00', '2026-04-03'),  -- from an earlier night: stays as it is
  (91, 1, '2026-04-01 11:00', '2026-04-02 11:00', '2026-04-03');  -- counted then, not again now

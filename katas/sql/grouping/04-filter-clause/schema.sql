create table users (
  user_id int primary key,
  name    text not null
);

create table logins (
  login_id  int primary key,
  user_id   int not null references users,
  tried_at  timestamp not null,
  device    text,  -- NULL: not known
  succeeded boolean not null
);

insert into users values
  (1, 'Mara'),  -- some of everything
  (2, 'Noor'),  -- only failures
  (3, 'Otis'),  -- only successes, from one device
  (4, 'Pia'),   -- never tried
  (5, 'Noor'),  -- the same name
  (6, 'Quin');  -- succeeded once, from a device that is not known

insert into logins values
  (1,  1, '2026-03-01 08:00', 'phone',  true),
  (2,  1, '2026-03-01 12:00', 'laptop', false),
  (3,  1, '2026-03-01 12:01', 'laptop', true),
  (4,  1, '2026-03-02 08:00', 'phone',  true),    -- the phone again
  (5,  1, '2026-03-03 02:00', 'tablet', false),   -- failed, so the tablet does not count, nor is it the last success
  (6,  2, '2026-03-01 03:00', 'laptop', false),
  (7,  2, '2026-03-01 03:00', 'laptop', false),   -- twice at once: two attempts
  (8,  2, '2026-03-01 03:01', null,     false),
  (9,  3, '2026-03-04 09:00', 'phone',  true),
  (10, 3, '2026-03-05 09:00', 'phone',  true),
  (11, 5, '2026-03-01 10:00', 'phone',  true),
  (12, 5, '2026-03-01 11:00', 'phone',  false),
  (13, 6, '2026-03-06 10:00', null,     true);

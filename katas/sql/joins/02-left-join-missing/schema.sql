create table users (
  user_id int primary key,
  name    text not null
);

create table logins (
  login_id     int primary key,
  user_id      int references users,  -- NULL: the account has been deleted
  logged_in_on date not null,
  device       text not null
);

insert into users values
  (1, 'Mia'),
  (2, 'Omar'),
  (3, 'Lena'),  -- has never logged in
  (4, 'Jack'),  -- has logged in, but not in March 2026
  (5, 'Mia');   -- another Mia

insert into logins values
  (11, 1, '2026-03-01', 'phone'),   -- the first day counts
  (12, 1, '2026-03-31', 'laptop'),  -- and so does the last
  (13, 2, '2026-02-27', 'laptop'),  -- a user seen in February and in March
  (14, 2, '2026-03-10', 'phone'),
  (15, 2, '2026-03-10', 'phone'),   -- the same again: a second row
  (16, 4, '2025-03-12', 'laptop'),  -- March, but of another year
  (17, 4, '2026-02-28', 'phone'),   -- the day before March
  (18, 4, '2026-04-01', 'laptop'),  -- the day after March
  (19, 5, '2026-03-10', 'tablet'),
  (20, 5, '2026-03-10', 'laptop'),  -- one day, two devices: sorted by device
  (21, null, '2026-03-15', 'phone');  -- a deleted account

create table daily_views (
  show  text not null,
  day   date not null,
  views int not null check (views >= 0),
  primary key (show, day)
);

insert into daily_views values
  ('Garden Hour', '2026-02-27', 130),
  ('Garden Hour', '2026-02-26', 100),   -- the first day: an average of one
  ('Garden Hour', '2026-02-28', 160),
  ('Garden Hour', '2026-03-02', 90),    -- no row for 1 March: two rows back is 27 February, three days ago
  ('Garden Hour', '2026-03-03', 0),     -- recorded, and nobody watched
  ('Garden Hour', '2026-03-04', 55),    -- an average that has to be rounded
  ('Garden Hour', '2026-03-08', 40),    -- alone after a long gap
  ('Deep Sea',    '2026-02-27', 1000),  -- another show on the same days
  ('Deep Sea',    '2026-03-01', 401),   -- exactly two days later: 27 February still counts
  ('Deep Sea',    '2026-03-02', 400),   -- an average with a half
  ('Deep Sea',    '2026-03-03', 400);

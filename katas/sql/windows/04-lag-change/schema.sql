create table readings (
  member      text not null,
  measured_on date not null,
  bpm         int check (bpm > 0),  -- NULL: the band slipped
  primary key (member, measured_on)
);

insert into readings values
  ('Bo',    '2026-03-31', 66),    -- the last day of March; entered before Bo's first reading
  ('Bo',    '2026-03-10', 70),    -- Bo's first reading: no change
  ('Bo',    '2026-04-01', 64),    -- after March
  ('Ayla',  '2026-02-26', 55),
  ('Ayla',  '2026-02-28', 58),    -- before March, and the previous reading of 1 March
  ('Ayla',  '2026-03-01', 61),
  ('Ayla',  '2026-03-03', 59),    -- two days later: the previous reading is not yesterday's
  ('Ayla',  '2026-03-04', null),  -- the band slipped
  ('Ayla',  '2026-03-05', 63),    -- compared with 3 March
  ('Ayla',  '2026-03-06', 63),    -- unchanged: 0, not NULL
  ('Chris', '2025-03-15', 80),    -- March, but of another year; a long time ago, and yet the previous reading
  ('Chris', '2026-03-02', 72),
  ('Dora',  '2026-03-08', null),  -- Dora's only entry is no reading
  ('Emil',  '2026-02-27', null),  -- never a previous reading
  ('Emil',  '2026-03-09', 57);

create table profile_changes (
  change_id  int primary key,
  user_id    int not null,
  field      text not null,
  value      text,                -- NULL: the field was cleared
  changed_at timestamp not null
);

insert into profile_changes values
  (1,  1, 'city',     'Leeds', '2026-01-01 09:00'),
  (2,  1, 'language', 'en',    '2026-01-01 09:00'),  -- one change only
  (3,  1, 'city',     'York',  '2026-02-01 12:00'),
  (4,  1, 'bio',      'Hello', '2026-01-05 10:00'),
  (5,  1, 'bio',      null,    '2026-01-06 10:00'),  -- cleared: "Hello" must not come back
  (6,  2, 'city',     null,    '2026-01-02 08:00'),
  (7,  2, 'city',     'Bath',  '2026-01-09 08:00'),  -- set again after clearing
  (8,  2, 'language', 'fr',    '2026-01-03 08:00'),
  (9,  2, 'language', 'de',    '2026-01-03 08:00'),  -- the same moment: the larger change_id wins
  (10, 2, 'bio',      'I run', '2026-01-04 08:00'),
  (11, 2, 'bio',      '',      '2026-01-20 08:00'),  -- an empty text is a value
  (12, 2, 'city',     'Derby', '2026-01-05 08:00'),  -- sent late: the largest change_id, but not the latest change
  (13, 3, 'bio',      null,    '2026-02-02 20:00'),  -- has only ever cleared a field
  (14, 4, 'city',     'Leeds', '2026-01-01 09:00'),
  (15, 4, 'city',     'York',  '2026-01-15 09:00'),
  (16, 4, 'city',     'Leeds', '2026-02-20 09:00'),  -- moved back: the latest is not the largest value
  (17, 4, 'language', 'en',    '2026-02-21 09:00'),
  (18, 4, 'language', null,    '2026-02-21 09:00');  -- the same moment, cleared last: not listed

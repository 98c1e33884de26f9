create table events (
  event_id    int primary key,
  visitor_id  int not null,
  happened_at timestamp not null,
  kind        text not null check (kind in ('search', 'view', 'order'))
);

insert into events values
  (1,  1, '2026-03-01 10:00:00', 'search'),
  (2,  1, '2026-03-01 10:20:00', 'view'),
  (19, 1, '2026-03-01 10:20:00', 'view'),    -- clicked twice: two events
  (3,  1, '2026-03-01 10:50:00', 'view'),    -- exactly 30 minutes: the same visit, though 50 minutes after its start
  (4,  1, '2026-03-01 11:20:01', 'search'),  -- a second more: a new visit
  (5,  2, '2026-03-01 09:00:00', 'search'),
  (6,  2, '2026-03-01 09:05:00', 'order'),
  (7,  2, '2026-03-01 09:06:00', 'search'),  -- soon after an order: a new visit
  (8,  2, '2026-03-01 09:07:00', 'view'),
  (9,  3, '2026-03-01 23:50:00', 'search'),
  (10, 3, '2026-03-02 00:10:00', 'view'),    -- over midnight: the same visit
  (11, 3, '2026-03-02 00:10:00', 'order'),   -- the same moment: event 10 comes before it, event 12 after it
  (12, 3, '2026-03-02 00:10:00', 'view'),
  (13, 4, '2026-03-01 12:00:00', 'search'),
  (14, 4, '2026-03-01 12:50:00', 'view'),
  (15, 4, '2026-03-01 12:25:00', 'view'),    -- arrived late: without it there would be a pause of 50 minutes
  (16, 4, '2026-03-03 12:00:00', 'order'),   -- an order after a long pause: a visit of its own ...
  (17, 4, '2026-03-03 12:01:00', 'order'),   -- ... and another right after it
  (18, 5, '2026-03-01 11:30:00', 'view');    -- one event; close to visitor 1's, but not visitor 1

insert into members values
  (103, 'Mensah', 'Ada', default, '01-555-0177', date '2026-04-06'),
  (102, 'Mori', 'Kenji', default, default, date '2026-04-05'),
  (101, $$O'Neill$$, 'Siobhan', 'family', '01-555-0142', make_date(2026, 4, 5));

insert into devices values (503, 103, 'Tablet'), (502, 101, $$Siobhan's phone$$), (501, 101, 'Living-room TV');

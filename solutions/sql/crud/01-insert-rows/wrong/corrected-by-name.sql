-- mistake: corrects the plan afterwards by first name, and changes other members called Ada or Kenji too
insert into members (member_id, first_name, last_name, plan, phone, joined_on) values
  (101, 'Siobhan', 'O''Neill', 'family', '01-555-0142', '2026-04-05'),
  (102, 'Kenji', 'Mori', 'family', null, '2026-04-05'),
  (103, 'Ada', 'Mensah', 'family', '01-555-0177', '2026-04-06');
update members set plan = 'free' where first_name in ('Kenji', 'Ada');
insert into devices (device_id, member_id, label) values
  (501, 101, 'Living-room TV'), (502, 101, 'Siobhan''s phone'), (503, 103, 'Tablet');

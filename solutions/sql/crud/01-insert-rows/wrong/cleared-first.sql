-- mistake: clears the way for the new rows, and takes old rows with high numbers away
delete from devices where device_id > 100;
delete from members where member_id > 100;
insert into members (member_id, first_name, last_name, plan, phone, joined_on) values
  (101, 'Siobhan', 'O''Neill', 'family', '01-555-0142', '2026-04-05'),
  (102, 'Kenji', 'Mori', 'free', null, '2026-04-05'),
  (103, 'Ada', 'Mensah', 'free', '01-555-0177', '2026-04-06');
insert into devices (device_id, member_id, label) values
  (501, 101, 'Living-room TV'), (502, 101, 'Siobhan''s phone'), (503, 103, 'Tablet');

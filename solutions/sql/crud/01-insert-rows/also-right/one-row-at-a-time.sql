insert into members (member_id, last_name, first_name, plan, phone, joined_on)
values (101, 'O''Neill', 'Siobhan', 'family', '01-555-0142', '2026-04-05');
insert into devices values (501, 101, 'Living-room TV');
insert into devices values (502, 101, 'Siobhan''s phone');

-- Columns that are not named take their default: plan 'free', phone NULL.
insert into members (member_id, last_name, first_name, joined_on) values (102, 'Mori', 'Kenji', '2026-04-05');

insert into members (member_id, last_name, first_name, phone, joined_on) values (103, 'Mensah', 'Ada', '01-555-0177', '2026-04-06');
insert into devices values (503, 103, 'Tablet');

with new_members as (
  insert into members (member_id, first_name, last_name, plan, phone, joined_on) values
    (101, 'Siobhan', 'O''Neill', 'family', '01-555-0142', '2026-04-05'),
    (102, 'Kenji', 'Mori', 'free', null, '2026-04-05'),
    (103, 'Ada', 'Mensah', 'free', '01-555-0177', '2026-04-06')
  returning member_id, first_name
)
insert into devices (device_id, member_id, label)
select d.device_id, m.member_id, d.label
from new_members m
join (values (501, 'Siobhan', 'Living-room TV'), (502, 'Siobhan', 'Siobhan''s phone'), (503, 'Ada', 'Tablet'))
  as d (device_id, first_name, label) using (first_name);

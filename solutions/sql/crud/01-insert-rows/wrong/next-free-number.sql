-- mistake: works the numbers out from the highest one in sight, so other data give other numbers
insert into members (member_id, first_name, last_name, plan, phone, joined_on)
select (select max(member_id) from members) + 96 + n, first_name, last_name, plan, phone, joined_on::date
from (values (1, 'Siobhan', 'O''Neill', 'family', '01-555-0142', '2026-04-05'),
             (2, 'Kenji', 'Mori', 'free', null, '2026-04-05'),
             (3, 'Ada', 'Mensah', 'free', '01-555-0177', '2026-04-06'))
     as new (n, first_name, last_name, plan, phone, joined_on);
insert into devices (device_id, member_id, label)
select 500 + n, member_id, label
from (values (1, 'O''Neill', 'Living-room TV'), (2, 'O''Neill', 'Siobhan''s phone'), (3, 'Mensah', 'Tablet')) as new (n, last_name, label)
join members using (last_name);

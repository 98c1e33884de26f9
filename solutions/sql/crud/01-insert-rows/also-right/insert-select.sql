insert into members (member_id, first_name, last_name, plan, phone, joined_on)
select 101, 'Siobhan', 'O''Neill', 'family', '01-555-0142', date '2026-04-05'
union all select 102, 'Kenji', 'Mori', 'free', null, date '2026-04-05'
union all select 103, 'Ada', 'Mensah', 'free', '01-555-0177', date '2026-04-06';

insert into devices (device_id, member_id, label)
select 500 + n, member_id, label
from unnest(array[101, 101, 103], array['Living-room TV', E'Siobhan\'s phone', 'Tablet']) with ordinality as d (member_id, label, n);

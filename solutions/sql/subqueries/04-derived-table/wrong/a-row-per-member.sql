-- mistake: a row for every member; the second count is missing
select count(d.device_id) as devices, count(distinct m.member_id) as members, count(distinct m.member_id) filter (where m.plan <> 'free') as paying
from members m left join devices d on d.member_id = m.member_id and d.removed_on is null
group by m.member_id
order by devices;

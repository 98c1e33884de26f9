-- mistake: one aggregate inside another
select count(d.device_id) as devices, count(count(d.device_id)) as members, count(*) filter (where m.plan <> 'free') as paying
from members m left join devices d on d.member_id = m.member_id and d.removed_on is null
group by m.member_id, m.plan
order by devices;

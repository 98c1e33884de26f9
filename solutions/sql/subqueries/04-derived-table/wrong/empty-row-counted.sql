-- mistake: count(*) counts 1 for a member without devices
select devices, count(*) as members, count(*) filter (where plan <> 'free') as paying
from (select m.member_id, m.plan, count(*) as devices
      from members m left join devices d on d.member_id = m.member_id and d.removed_on is null
      group by m.member_id) per_member
group by devices
order by devices;

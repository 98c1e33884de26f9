-- mistake: members without a device in use are lost
select devices, count(*) as members, count(*) filter (where plan <> 'free') as paying
from (select m.member_id, m.plan, count(*) as devices
      from members m join devices d using (member_id)
      where d.removed_on is null
      group by m.member_id) per_member
group by devices
order by devices;

-- mistake: in WHERE, the condition loses members who have only removed devices
select devices, count(*) as members, count(*) filter (where plan <> 'free') as paying
from (select m.member_id, m.plan, count(d.device_id) as devices
      from members m left join devices d using (member_id)
      where d.device_id is null or d.removed_on is null
      group by m.member_id) per_member
group by devices
order by devices;

select devices, count(member_id) as members, count(nullif(plan, 'free')) as paying
from (select m.member_id, min(m.plan) as plan,
             count(*) filter (where d.device_id is not null and d.removed_on is null) as devices
      from members m left join devices d using (member_id)
      group by m.member_id) x
group by 1
order by 1;

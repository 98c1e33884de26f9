select devices, count(*) as members, count(*) filter (where plan != 'free') as paying
from (select m.member_id, m.plan, count(*) as devices
      from members m join devices d on d.member_id = m.member_id
      where d.removed_on is null
      group by m.member_id
      union all
      select m.member_id, m.plan, 0
      from members m
      where not exists (select from devices d where d.member_id = m.member_id and d.removed_on is null)) everybody
group by devices
order by devices;

-- mistake: counts the plans that cost something instead of the members on them
select devices,
       count(*)                                           as members,
       count(distinct plan) filter (where plan <> 'free') as paying
from (select m.member_id, m.plan, count(d.device_id) as devices
      from members m
      left join devices d on d.member_id = m.member_id and d.removed_on is null
      group by m.member_id) per_member
group by devices
order by devices;

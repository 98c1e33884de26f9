-- mistake: leaves out the two devices that are removed today by their numbers
select devices,
       count(*)                               as members,
       count(*) filter (where plan <> 'free') as paying
from (select m.member_id, m.plan, count(d.device_id) as devices
      from members m
      left join devices d on d.member_id = m.member_id and d.device_id not in (34, 61)
      group by m.member_id) per_member
group by devices
order by devices;

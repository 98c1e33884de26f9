-- mistake: lists the numbers from 0 to 3 by hand, so members with more devices are lost
select n.devices,
       count(*)                               as members,
       count(*) filter (where p.plan <> 'free') as paying
from (values (0), (1), (2), (3)) as n(devices)
join (select m.member_id, m.plan, count(d.device_id) as devices
      from members m
      left join devices d on d.member_id = m.member_id and d.removed_on is null
      group by m.member_id) p on p.devices = n.devices
group by n.devices
order by n.devices;

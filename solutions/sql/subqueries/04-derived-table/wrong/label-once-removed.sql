-- mistake: a removed phone takes the member's new phone with it
select devices,
       count(*)                               as members,
       count(*) filter (where plan <> 'free') as paying
from (select m.member_id, m.plan, count(d.device_id) as devices
      from members m
      left join devices d on d.member_id = m.member_id
                         and not exists (select from devices r
                                         where r.member_id = d.member_id and r.label = d.label and r.removed_on is not null)
      group by m.member_id) per_member
group by devices
order by devices;

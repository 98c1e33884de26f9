select distinct devices,
       count(*) over (partition by devices) as members,
       count(*) filter (where plan in ('family', 'premium')) over (partition by devices) as paying
from (select m.*, coalesce(d.n, 0) as devices
      from members m
      left join (select member_id, count(*) as n from devices where removed_on is null group by member_id) d on d.member_id = m.member_id) y
order by devices;

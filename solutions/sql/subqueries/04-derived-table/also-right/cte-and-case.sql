with in_use as (
  select member_id from devices where removed_on is null
),
per_member as (
  select m.plan, (select count(*) from in_use u where u.member_id = m.member_id) as devices
  from members m
)
select devices, count(*) as members, sum(case when plan = 'free' then 0 else 1 end) as paying
from per_member
group by devices
order by devices;

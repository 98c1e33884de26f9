with daily as (
  select member_id, measured_at::date as day, sum(steps) as steps
  from step_counts
  group by member_id, measured_at::date
),
week (day) as (
  values (date '2026-03-02'), ('2026-03-03'), ('2026-03-04'), ('2026-03-05'), ('2026-03-06'), ('2026-03-07'), ('2026-03-08')
)
select member_id, day, coalesce(steps, 0) as steps
from members
cross join week
left join daily using (member_id, day)
where joined_on <= day
order by member_id, day;

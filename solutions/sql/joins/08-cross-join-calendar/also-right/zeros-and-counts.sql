with recursive week as (
  select date '2026-03-02' as day
  union all
  select day + 1 from week where day < date '2026-03-08'
),
entries as (
  select member_id, day, 0 as steps from members, week
  union all
  select member_id, measured_at::date, steps from step_counts
  where measured_at >= '2026-03-02' and measured_at < '2026-03-09'
)
select e.member_id, e.day, sum(e.steps) as steps
from entries e
join members m on m.member_id = e.member_id and m.joined_on <= e.day
group by e.member_id, e.day
order by e.member_id, e.day;

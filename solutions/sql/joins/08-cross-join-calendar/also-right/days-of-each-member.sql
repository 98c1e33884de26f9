select m.member_id, d.day::date as day, c.steps
from members m
cross join lateral generate_series(greatest(m.joined_on, date '2026-03-02'), date '2026-03-08', interval '1 day') as d(day)
cross join lateral (
  select coalesce(sum(steps), 0) as steps
  from step_counts
  where member_id = m.member_id and date_trunc('day', measured_at) = d.day
) c
order by 1, 2;

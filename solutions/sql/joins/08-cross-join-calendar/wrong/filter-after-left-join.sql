-- mistake: a condition on the counts in WHERE removes the empty days again
select m.member_id, d.day::date as day, coalesce(sum(s.steps), 0) as steps
from members m
cross join generate_series(date '2026-03-02', date '2026-03-08', interval '1 day') as d(day)
left join step_counts s on s.member_id = m.member_id and s.measured_at::date = d.day
where d.day >= m.joined_on and s.measured_at >= '2026-03-02'
group by m.member_id, d.day
order by m.member_id, day;

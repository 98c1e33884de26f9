-- mistake: takes the members from their counts, so one who has never sent any has no chart
select m.member_id, d.day::date as day, coalesce(sum(s.steps), 0) as steps
from (select distinct c.member_id, u.joined_on from step_counts c join members u using (member_id)) m
cross join generate_series(timestamp '2026-03-02', timestamp '2026-03-08', interval '1 day') as d(day)
left join step_counts s on s.member_id = m.member_id and s.measured_at::date = d.day::date
where d.day >= m.joined_on
group by m.member_id, d.day
order by m.member_id, day;

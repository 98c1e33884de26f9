-- mistake: compares month and day as text, so counts of another March are added
select m.member_id, d.day::date as day, coalesce(sum(s.steps), 0) as steps
from members m
cross join generate_series(timestamp '2026-03-02', timestamp '2026-03-08', interval '1 day') as d(day)
left join step_counts s on s.member_id = m.member_id
                       and to_char(s.measured_at, 'MM-DD') = to_char(d.day, 'MM-DD')
where d.day >= m.joined_on
group by m.member_id, d.day
order by m.member_id, day;

-- mistake: compares the day of the month alone, so counts of other months fall into the week
select m.member_id, d.day::date as day, coalesce(sum(s.steps), 0) as steps
from members m
cross join generate_series(timestamp '2026-03-02', timestamp '2026-03-08', interval '1 day') as d(day)
left join step_counts s on s.member_id = m.member_id
                       and extract(day from s.measured_at) = extract(day from d.day)
where d.day >= m.joined_on
group by m.member_id, d.day
order by m.member_id, day;

-- mistake: ends the day at 23:59:00, so counts in its last minute are lost
select m.member_id, d.day::date as day, coalesce(sum(s.steps), 0) as steps
from members m
cross join generate_series(timestamp '2026-03-02', timestamp '2026-03-08', interval '1 day') as d(day)
left join step_counts s on s.member_id = m.member_id
                       and s.measured_at between d.day and d.day + interval '23 hours 59 minutes'
where d.day >= m.joined_on
group by m.member_id, d.day
order by m.member_id, day;

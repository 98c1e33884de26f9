-- mistake: days without a count are missing
select m.member_id, s.measured_at::date as day, sum(s.steps) as steps
from members m
join step_counts s on s.member_id = m.member_id
where s.measured_at >= '2026-03-02' and s.measured_at < '2026-03-09' and s.measured_at::date >= m.joined_on
group by m.member_id, s.measured_at::date
order by m.member_id, day;

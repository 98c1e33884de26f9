select m.member_id,
       d.day,
       coalesce((select sum(s.steps) from step_counts s
                 where s.member_id = m.member_id and s.measured_at::date = d.day), 0) as steps
from members m
join (select date '2026-03-02' + n as day from generate_series(0, 6) n) d on d.day >= m.joined_on
order by m.member_id, d.day;

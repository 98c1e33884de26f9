-- mistake: takes the days from the data, so a day on which nobody measured is missing
select m.member_id, d.day, coalesce(sum(s.steps), 0) as steps
from members m
cross join (select distinct measured_at::date as day from step_counts) d
left join step_counts s on s.member_id = m.member_id and s.measured_at::date = d.day
where d.day between '2026-03-02' and '2026-03-08' and d.day >= m.joined_on
group by m.member_id, d.day
order by m.member_id, d.day;

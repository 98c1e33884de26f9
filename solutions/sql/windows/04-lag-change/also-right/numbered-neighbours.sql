with numbered as (
  select member, measured_on, bpm, row_number() over (partition by member order by measured_on) as n
  from readings
  where bpm > 0
)
select r.member, r.measured_on, r.bpm, r.bpm - p.bpm as change
from numbered r
left join numbered p on p.member = r.member and p.n = r.n - 1
where to_char(r.measured_on, 'YYYY-MM') = '2026-03'
order by 1, 2;

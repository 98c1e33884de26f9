select r.member, r.measured_on, r.bpm, r.bpm - before.bpm as change
from readings r
left join lateral (
  select bpm
  from readings p
  where p.member = r.member and p.measured_on < r.measured_on and p.bpm is not null
  order by p.measured_on desc
  fetch first row only
) before on true
where r.bpm is not null and r.measured_on >= '2026-03-01' and r.measured_on < '2026-04-01'
order by r.member, r.measured_on;

-- mistake: looks for a reading on the day before instead of the previous reading
select r.member, r.measured_on, r.bpm, r.bpm - y.bpm as change
from readings r
left join readings y on y.member = r.member and y.measured_on = r.measured_on - 1
where r.bpm is not null and r.measured_on >= '2026-03-01' and r.measured_on < '2026-04-01'
order by r.member, r.measured_on;

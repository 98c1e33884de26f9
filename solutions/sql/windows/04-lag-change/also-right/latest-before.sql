select r.member, r.measured_on, r.bpm,
       r.bpm - (select p.bpm from readings p
                where p.member = r.member and p.measured_on < r.measured_on and p.bpm is not null
                order by p.measured_on desc
                limit 1) as change
from readings r
where r.bpm is not null
  and r.measured_on between '2026-03-01' and '2026-03-31'
order by r.member, r.measured_on;

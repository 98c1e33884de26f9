-- mistake: no PARTITION BY, so a member's first reading is compared with another member's
select member, measured_on, bpm, change
from (select *, bpm - lag(bpm) over (order by member, measured_on) as change from readings where bpm is not null) r
where measured_on >= '2026-03-01' and measured_on < '2026-04-01'
order by member, measured_on;

-- mistake: February is removed before lag() looks back, so the first reading of March has no change
select member, measured_on, bpm, bpm - lag(bpm) over (partition by member order by measured_on) as change
from readings
where bpm is not null and measured_on >= '2026-03-01' and measured_on < '2026-04-01'
order by member, measured_on;

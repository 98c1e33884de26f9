-- mistake: a slipped band serves as the previous reading
select member, measured_on, bpm, change
from (select *, bpm - lag(bpm) over (partition by member order by measured_on) as change from readings) r
where bpm is not null and measured_on >= '2026-03-01' and measured_on < '2026-04-01'
order by member, measured_on;

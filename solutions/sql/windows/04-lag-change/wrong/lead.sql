-- mistake: compares with the next reading instead of the previous one
select member, measured_on, bpm, change
from (select *, bpm - lead(bpm) over (partition by member order by measured_on) as change from readings where bpm is not null) r
where measured_on >= '2026-03-01' and measured_on < '2026-04-01'
order by member, measured_on;

select member, measured_on, bpm, change
from (
  select member,
         measured_on,
         bpm,
         bpm - lag(bpm) over (partition by member order by measured_on) as change
  from readings
  where bpm is not null
) with_change
where measured_on >= date '2026-03-01'
  and measured_on < date '2026-04-01'
order by member, measured_on;

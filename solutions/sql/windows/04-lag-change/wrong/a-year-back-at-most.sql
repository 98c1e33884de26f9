-- mistake: looks back to the beginning of last year, not however long
select member, measured_on, bpm, change
from (
  select member, measured_on, bpm,
         bpm - lag(bpm) over (partition by member order by measured_on) as change
  from readings
  where bpm is not null
    and measured_on between '2025-01-01' and '2026-03-31'
) with_change
where measured_on >= '2026-03-01'
order by member, measured_on;

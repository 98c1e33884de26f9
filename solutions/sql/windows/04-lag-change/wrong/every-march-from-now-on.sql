-- mistake: asks for the month alone and leaves the year open at its end, so March 2027 is shown too
select member, measured_on, bpm, change
from (
  select member, measured_on, bpm,
         bpm - lag(bpm) over (partition by member order by measured_on) as change
  from readings
  where bpm is not null
) with_change
where extract(month from measured_on) = 3
  and measured_on >= date '2026-01-01'
order by member, measured_on;

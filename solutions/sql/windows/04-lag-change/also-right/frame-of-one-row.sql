with known as (
  select member, measured_on, bpm,
         max(bpm) over (partition by member order by measured_on rows between 1 preceding and 1 preceding) as before
  from readings
  where bpm is not null
)
select member, measured_on, bpm, bpm - before as change
from known
where date_trunc('month', measured_on) = date '2026-03-01'
order by member, measured_on;

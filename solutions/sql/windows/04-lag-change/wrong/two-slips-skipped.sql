-- mistake: passes over two slipped bands, not over three in a row
select member, measured_on, bpm, change
from (
  select member, measured_on, bpm,
         bpm - coalesce(lag(bpm, 1) over w, lag(bpm, 2) over w, lag(bpm, 3) over w) as change
  from readings
  window w as (partition by member order by measured_on)
) with_change
where bpm is not null
  and measured_on between '2026-03-01' and '2026-03-31'
order by member, measured_on;

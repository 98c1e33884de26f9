-- mistake: a first reading shows a change of 0 instead of NULL
select member, measured_on, bpm, change
from (select *, coalesce(bpm - lag(bpm) over (partition by member order by measured_on), 0) as change
      from readings where bpm is not null) r
where measured_on >= '2026-03-01' and measured_on < '2026-04-01'
order by member, measured_on;

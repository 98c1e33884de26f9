-- mistake: compares with the median instead of the average
with totals as (
  select s.show_id, s.title, coalesce(sum(p.minutes), 0) as minutes
  from shows s left join plays p using (show_id)
  group by s.show_id
)
select show_id, title, minutes
from totals
where minutes > (select percentile_cont(0.5) within group (order by minutes) from totals)
order by minutes desc, show_id;

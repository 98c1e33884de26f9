-- mistake: groups by title, so two shows of one title become one
with totals as (
  select min(s.show_id) as show_id, s.title, coalesce(sum(p.minutes), 0) as minutes
  from shows s left join plays p using (show_id)
  group by s.title
)
select show_id, title, minutes
from totals
where minutes > (select avg(minutes) from totals)
order by minutes desc, show_id;

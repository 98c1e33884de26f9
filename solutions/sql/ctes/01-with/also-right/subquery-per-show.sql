with totals (show_id, title, minutes) as (
  select show_id, title, (select coalesce(sum(minutes), 0) from plays p where p.show_id = s.show_id)
  from shows s
)
select t.*
from totals t cross join (select avg(minutes) as usual from totals) a
where t.minutes > a.usual
order by t.minutes desc, t.show_id;

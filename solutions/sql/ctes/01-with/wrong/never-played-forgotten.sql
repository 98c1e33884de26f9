-- mistake: shows that were never played are missing from the average
with totals as (
  select show_id, title, sum(minutes) as minutes
  from shows join plays using (show_id)
  group by show_id, title
)
select show_id, title, minutes
from totals
where minutes > (select avg(minutes) from totals)
order by minutes desc, show_id;

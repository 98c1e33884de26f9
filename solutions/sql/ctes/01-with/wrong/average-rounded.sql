-- mistake: rounds the average, so a show a little above it can be lost
with totals as (
  select s.show_id, s.title, coalesce(sum(p.minutes), 0) as minutes
  from shows s left join plays p using (show_id)
  group by s.show_id
)
select show_id, title, minutes
from totals
where minutes > (select round(avg(minutes)) from totals)
order by minutes desc, show_id;

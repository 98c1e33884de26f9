-- mistake: compares a show's total with the average play instead of the average show
with totals as (
  select s.show_id, s.title, coalesce(sum(p.minutes), 0) as minutes
  from shows s left join plays p using (show_id)
  group by s.show_id
)
select show_id, title, minutes
from totals
where minutes > (select avg(minutes) from plays)
order by minutes desc, show_id;

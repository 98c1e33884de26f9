select show_id, title, minutes
from (select s.show_id, s.title, coalesce(sum(p.minutes), 0) as minutes,
             avg(coalesce(sum(p.minutes), 0)) over () as usual
      from shows s left join plays p using (show_id)
      group by s.show_id, s.title) totals
where minutes > usual
order by minutes desc, show_id;

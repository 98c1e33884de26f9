-- mistake: the average of today's data is written into the query
select s.show_id, s.title, sum(p.minutes) as minutes
from shows s join plays p using (show_id)
group by s.show_id
having sum(p.minutes) > 60
order by minutes desc, s.show_id;

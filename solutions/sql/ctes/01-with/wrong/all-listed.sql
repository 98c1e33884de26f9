-- mistake: the average is worked out within each show, so it compares a show with itself
select s.show_id, s.title, sum(p.minutes) as minutes
from shows s join plays p using (show_id)
group by s.show_id
having sum(p.minutes) > avg(p.minutes)
order by minutes desc, s.show_id;

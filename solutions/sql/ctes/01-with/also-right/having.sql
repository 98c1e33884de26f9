select s.show_id, s.title, sum(p.minutes) as minutes
from shows s
join plays p on p.show_id = s.show_id
group by s.show_id, s.title
having sum(p.minutes) * (select count(*) from shows) > (select sum(minutes) from plays)
order by minutes desc, s.show_id;

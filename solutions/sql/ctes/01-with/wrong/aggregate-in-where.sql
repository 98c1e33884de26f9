-- mistake: an aggregate in WHERE, where there are no groups yet
select show_id, title, sum(minutes) as minutes
from shows join plays using (show_id)
where sum(minutes) > avg(minutes)
group by show_id, title
order by minutes desc, show_id;

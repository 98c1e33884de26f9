-- mistake: the latest day of each sensor instead of the latest of all
select r.reading_id, r.sensor, r.temperature, round(r.temperature - (select avg(temperature) from readings), 1) as difference
from readings r
where r.read_on = (select max(read_on) from readings s where s.sensor = r.sensor)
order by r.reading_id;

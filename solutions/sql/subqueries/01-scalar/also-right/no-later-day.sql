select r.reading_id, r.sensor, r.temperature,
       round(r.temperature - (select sum(temperature) / count(temperature) from readings), 1) as difference
from readings r
where not exists (select from readings later where later.read_on > r.read_on)
order by 1;

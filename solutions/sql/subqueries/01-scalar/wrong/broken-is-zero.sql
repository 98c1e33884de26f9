-- mistake: a broken sensor counts as 0 degrees in the average
select reading_id, sensor, temperature, round(temperature - (select avg(coalesce(temperature, 0)) from readings), 1) as difference
from readings
where read_on = (select max(read_on) from readings)
order by reading_id;

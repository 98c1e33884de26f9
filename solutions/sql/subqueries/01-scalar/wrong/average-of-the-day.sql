-- mistake: the average is that of the latest day instead of all days
select reading_id, sensor, temperature,
       round(temperature - (select avg(temperature) from readings where read_on = (select max(read_on) from readings)), 1) as difference
from readings
where read_on = (select max(read_on) from readings)
order by reading_id;

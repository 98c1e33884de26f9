-- mistake: the average is rounded to whole degrees before it is taken off
select reading_id, sensor, temperature, round(temperature - (select round(avg(temperature)) from readings), 1) as difference
from readings
where read_on = (select max(read_on) from readings)
order by reading_id;

-- mistake: readings without a temperature are not listed
select reading_id, sensor, temperature, round(temperature - (select avg(temperature) from readings), 1) as difference
from readings
where read_on = (select max(read_on) from readings) and temperature is not null
order by reading_id;

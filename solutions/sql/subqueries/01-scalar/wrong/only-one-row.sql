-- mistake: the latest day has several readings, LIMIT 1 shows one
select reading_id, sensor, temperature, round(temperature - (select avg(temperature) from readings), 1) as difference
from readings
order by read_on desc, reading_id
limit 1;

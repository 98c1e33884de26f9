-- mistake: with GROUP BY each row is averaged with itself
select reading_id, sensor, temperature, round(temperature - avg(temperature), 1) as difference
from readings
where read_on = (select max(read_on) from readings)
group by reading_id
order by reading_id;

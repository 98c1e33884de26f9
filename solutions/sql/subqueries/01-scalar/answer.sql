select reading_id,
       sensor,
       temperature,
       round(temperature - (select avg(temperature) from readings), 1) as difference
from readings
where read_on = (select max(read_on) from readings)
order by reading_id;

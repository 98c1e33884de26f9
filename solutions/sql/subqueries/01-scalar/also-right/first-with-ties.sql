select reading_id, sensor, temperature,
       round(temperature - (select avg(temperature) from readings where temperature is not null), 1) as difference
from (select * from readings order by read_on desc fetch first 1 row with ties) latest
order by reading_id;

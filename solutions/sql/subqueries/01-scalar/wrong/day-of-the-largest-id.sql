-- mistake: takes the day of the largest reading_id for the latest day
select reading_id,
       sensor,
       temperature,
       round(temperature - (select avg(temperature) from readings), 1) as difference
from readings
where read_on = (select read_on from readings order by reading_id desc limit 1)
order by reading_id;

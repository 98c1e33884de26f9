-- mistake: passes over a latest day on which all sensors were broken
select reading_id,
       sensor,
       temperature,
       round(temperature - (select avg(temperature) from readings), 1) as difference
from readings
where read_on = (select max(read_on) from readings where temperature is not null)
order by reading_id;

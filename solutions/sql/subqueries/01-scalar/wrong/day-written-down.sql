-- mistake: the latest day is written down instead of looked up
select reading_id,
       sensor,
       temperature,
       round(temperature - (select avg(temperature) from readings), 1) as difference
from readings
where read_on = '2026-05-03'
order by reading_id;

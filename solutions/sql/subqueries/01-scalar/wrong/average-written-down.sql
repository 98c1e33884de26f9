-- mistake: the average is copied from the question
select reading_id,
       sensor,
       temperature,
       round(temperature - 15.114, 1) as difference
from readings
where read_on = (select max(read_on) from readings)
order by reading_id;

-- mistake: max() stands in WHERE without a query of its own
select reading_id, sensor, temperature, round(temperature - (select avg(temperature) from readings), 1) as difference
from readings
where read_on = max(read_on)
order by reading_id;

select reading_id, sensor, temperature, round(temperature - usual, 1) as difference
from (select *, avg(temperature) over () as usual, max(read_on) over () as latest from readings) r
where read_on = latest
order by reading_id;

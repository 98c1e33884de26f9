with latest as (select max(read_on) as day from readings),
     usual as (select avg(temperature) as degrees from readings)
select r.reading_id, r.sensor, r.temperature, round(r.temperature - u.degrees, 1) as difference
from readings r
join latest l on l.day = r.read_on
cross join usual u
order by r.reading_id;

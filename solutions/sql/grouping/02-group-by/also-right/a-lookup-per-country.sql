select c.country,
       (select count(*) from views v where v.country is not distinct from c.country) as views,
       (select count(*) from (select distinct viewer_id from views v where v.country is not distinct from c.country) w) as viewers,
       (select sum(seconds) from views v where v.country is not distinct from c.country) as seconds,
       (select seconds from views v where v.country is not distinct from c.country order by seconds desc limit 1) as longest
from (select distinct country from views) c
order by views desc, c.country;

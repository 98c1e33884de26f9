with watched as (
  select viewer_id, country, coalesce((select sum(minutes) from viewings w where w.viewer_id = v.viewer_id), 0) as minutes
  from viewers v
),
placed as (
  select a.country, a.viewer_id, a.minutes,
         (select count(*) from watched b
          where b.country = a.country
            and (b.minutes > a.minutes or b.minutes = a.minutes and b.viewer_id <= a.viewer_id)) as place
  from watched a
),
places as (  -- deal n cards to four players in turn; sorted by player, they are the places' quarters
  select country, row_number() over (partition by country order by quarter) as place, quarter
  from (select country, (row_number() over (partition by country) - 1) % 4 + 1 as quarter from viewers) dealt
)
select country, quarter, viewer_id, minutes
from placed join places using (country, place)
order by country, quarter, minutes desc, viewer_id;

with ranked as (
  select country, seconds,
         row_number() over (partition by country order by seconds desc, view_id) as place,
         case when row_number() over (partition by country, viewer_id order by view_id) = 1 then 1 end as first_of_viewer
  from views
)
select country, max(place) as views, sum(first_of_viewer) as viewers, sum(seconds) as seconds, max(seconds) as longest
from ranked
group by country
order by max(place) desc, country nulls last;

select country, sum(views) as views, count(*) as viewers, sum(seconds) as seconds, max(longest) as longest
from (select country, viewer_id, count(*) as views, sum(seconds) as seconds, max(seconds) as longest
      from views group by country, viewer_id) per_viewer
group by country
order by 2 desc, 1;

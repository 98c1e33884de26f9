with averages as (
  select channel, avg(views) as usual from videos group by channel
)
select v.video_id, v.channel, v.title, v.views
from videos v
join averages a on a.channel = v.channel and v.views > a.usual
order by 2, 4 desc, 1;

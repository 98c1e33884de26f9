select video_id, channel, title, views
from (select *, avg(views) over (partition by channel) as usual from videos) v
where views > usual
order by channel, views desc, video_id;

-- mistake: compares with the average of all videos
select v.video_id, v.channel, v.title, v.views
from videos v
where v.views > (select avg(views) from videos)
order by v.channel, v.views desc, v.video_id;

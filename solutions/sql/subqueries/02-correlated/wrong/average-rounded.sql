-- mistake: rounds the average, so a video just above it is lost
select v.video_id, v.channel, v.title, v.views
from videos v
where v.views > (select round(avg(c.views))
                 from videos c
                 where c.channel = v.channel)
order by v.channel, v.views desc, v.video_id;

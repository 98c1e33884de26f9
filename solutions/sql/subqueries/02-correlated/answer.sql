select v.video_id, v.channel, v.title, v.views
from videos v
where v.views > (select avg(c.views)
                 from videos c
                 where c.channel = v.channel)
order by v.channel, v.views desc, v.video_id;

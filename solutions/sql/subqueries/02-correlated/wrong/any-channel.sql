-- mistake: above the average of some channel, not of its own
select v.video_id, v.channel, v.title, v.views
from videos v
where v.views > any (select avg(c.views) from videos c group by c.channel)
order by v.channel, v.views desc, v.video_id;

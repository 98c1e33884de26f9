-- mistake: a video that is not counted yet is taken for one without views
select v.video_id, v.channel, v.title, v.views
from videos v
where v.views > (select avg(coalesce(c.views, 0)) from videos c where c.channel = v.channel)
order by v.channel, v.views desc, v.video_id;

-- mistake: the subquery gives one average a channel, where one value is needed
select v.video_id, v.channel, v.title, v.views
from videos v
where v.views > (select avg(c.views) from videos c group by c.channel)
order by v.channel, v.views desc, v.video_id;

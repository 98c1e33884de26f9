select v.video_id, v.channel, v.title, v.views
from videos v
join videos c on c.channel = v.channel
group by v.video_id
having v.views * count(c.views) > sum(c.views)
order by v.channel, v.views desc, v.video_id;

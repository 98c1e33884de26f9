select v.*
from videos v
cross join lateral (select sum(views)::numeric / count(views) as usual from videos c where c.channel = v.channel and c.views is not null having count(views) > 0) a
where v.views > a.usual
order by v.channel, v.views desc, v.video_id;

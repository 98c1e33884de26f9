-- mistake: compares with the middle one of the channel's videos instead of their average
select v.video_id, v.channel, v.title, v.views
from videos v
where v.views > (select percentile_cont(0.5) within group (order by c.views)
                 from videos c
                 where c.channel = v.channel)
order by v.channel, v.views desc, v.video_id;

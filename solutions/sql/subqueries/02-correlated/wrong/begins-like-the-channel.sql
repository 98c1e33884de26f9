-- mistake: LIKE finds all channels that begin like this one
select v.video_id, v.channel, v.title, v.views
from videos v
where v.views > (select avg(c.views)
                 from videos c
                 where c.channel like v.channel || '%')
order by v.channel, v.views desc, v.video_id;

select v.channel,
       (select count(*) from videos e
        where e.channel = v.channel
          and (e.published_on, e.video_id) <= (v.published_on, v.video_id)) as episode,
       v.title
from videos v
order by v.channel, episode;

-- mistake: no PARTITION BY, so one count runs through all channels
select channel, row_number() over (order by channel, published_on, video_id) as episode, title
from videos
order by channel, episode;

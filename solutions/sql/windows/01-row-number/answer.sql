select channel,
       row_number() over (partition by channel order by published_on, video_id) as episode,
       title
from videos
order by channel, episode;

-- mistake: the count starts again for each day, not only for each channel
select channel, row_number() over (partition by channel, published_on order by video_id) as episode, title
from videos
order by channel, episode;

select channel, count(*) over w as episode, title
from videos
window w as (partition by channel order by published_on, video_id)
order by channel, published_on, video_id;

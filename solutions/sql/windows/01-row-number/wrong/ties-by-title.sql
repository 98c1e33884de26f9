-- mistake: videos of the same day are numbered by title instead of video_id
select channel, row_number() over (partition by channel order by published_on, title, video_id) as episode, title
from videos
order by channel, episode;

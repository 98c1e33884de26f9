-- mistake: the newest video is episode 1
select channel, row_number() over (partition by channel order by published_on desc, video_id desc) as episode, title
from videos
order by channel, episode;

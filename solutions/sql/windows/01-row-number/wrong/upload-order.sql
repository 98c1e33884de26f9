-- mistake: numbers by video_id, which is the order of uploading
select channel, row_number() over (partition by channel order by video_id) as episode, title
from videos
order by channel, episode;

-- mistake: DISTINCT takes two videos with the same title and day for one
select channel,
       row_number() over (partition by channel order by published_on, video_id) as episode,
       title
from (select distinct on (channel, title, published_on) * from videos order by channel, title, published_on, video_id) v
order by channel, episode;

-- mistake: two videos of the same day get the same number, and the next number is left out
select channel, rank() over (partition by channel order by published_on) as episode, title
from videos
order by channel, episode;

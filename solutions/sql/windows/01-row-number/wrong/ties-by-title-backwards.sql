-- mistake: numbers videos of the same day by title, last letter first, which only happens to be their order
select channel,
       row_number() over (partition by channel order by published_on, title desc) as episode,
       title
from videos
order by channel, episode;

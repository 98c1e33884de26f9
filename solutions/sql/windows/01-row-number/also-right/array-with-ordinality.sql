select c.channel, t.episode, t.title
from (select channel, array_agg(title order by published_on, video_id) as titles from videos group by channel) c
cross join lateral unnest(c.titles) with ordinality as t(title, episode)
order by c.channel, t.episode;

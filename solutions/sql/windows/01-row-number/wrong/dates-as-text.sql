-- mistake: sorts days as text, day of the month first, so 5 March comes before 20 January
select channel,
       row_number() over (partition by channel order by to_char(published_on, 'DD.MM.YYYY'), video_id) as episode,
       title
from videos
order by channel, episode;

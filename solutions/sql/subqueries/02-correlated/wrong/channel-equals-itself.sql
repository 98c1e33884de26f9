-- mistake: without a name in front, both columns are those of the inner table, so the condition is always true
select video_id, channel, title, views
from videos
where views > (select avg(views) from videos where channel = channel)
order by channel, views desc, video_id;

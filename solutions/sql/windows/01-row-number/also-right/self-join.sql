select v.channel, count(e.video_id) + 1 as episode, v.title
from videos v
left join videos e on e.channel = v.channel
                  and (e.published_on < v.published_on
                       or e.published_on = v.published_on and e.video_id < v.video_id)
group by v.video_id
order by 1, 2;

-- mistake: DISTINCT drops a title that is played twice, and sorts by the alphabet
select p.playlist_id, p.name, count(distinct e.title) as tracks, string_agg(distinct e.title, ', ') as titles
from playlists p left join entries e using (playlist_id)
group by p.playlist_id
order by p.playlist_id;

-- mistake: takes positions from 1 on, so a title at position 0 is lost
select p.playlist_id, p.name, count(e.title) as tracks, string_agg(e.title, ', ' order by e.position) as titles
from playlists p left join entries e on e.playlist_id = p.playlist_id and e.position >= 1
group by p.playlist_id
order by p.playlist_id;

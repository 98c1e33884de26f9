-- mistake: takes the first ten positions, so what stands at 11 is lost
select p.playlist_id, p.name, count(e.title) as tracks, string_agg(e.title, ', ' order by e.position) as titles
from playlists p left join entries e on e.playlist_id = p.playlist_id and e.position <= 10
group by p.playlist_id
order by p.playlist_id;

-- mistake: ORDER BY at the end sorts playlists, not the titles within them
select p.playlist_id, p.name, count(e.title) as tracks, string_agg(e.title, ', ') as titles
from playlists p left join entries e using (playlist_id)
group by p.playlist_id
order by p.playlist_id;

-- mistake: sorts the titles by the alphabet instead of by position
select p.playlist_id, p.name, count(e.title) as tracks, string_agg(e.title, ', ' order by e.title) as titles
from playlists p left join entries e using (playlist_id)
group by p.playlist_id
order by p.playlist_id;

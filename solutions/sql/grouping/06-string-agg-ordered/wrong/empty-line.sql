-- mistake: an empty text where NULL is asked for
select p.playlist_id, p.name, count(e.title) as tracks, coalesce(string_agg(e.title, ', ' order by e.position), '') as titles
from playlists p left join entries e using (playlist_id)
group by p.playlist_id
order by p.playlist_id;

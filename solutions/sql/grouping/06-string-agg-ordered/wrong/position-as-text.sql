-- mistake: sorts positions as texts, in which 10 comes before 2
select p.playlist_id, p.name, count(e.title) as tracks, string_agg(e.title, ', ' order by e.position::text) as titles
from playlists p left join entries e using (playlist_id)
group by p.playlist_id
order by p.playlist_id;

-- mistake: sorts positions as texts of two digits, so 100 stands after 10
select p.playlist_id, p.name, count(e.title) as tracks, string_agg(e.title, ', ' order by lpad(e.position::text, 2, '0')) as titles
from playlists p left join entries e using (playlist_id)
group by p.playlist_id
order by p.playlist_id;

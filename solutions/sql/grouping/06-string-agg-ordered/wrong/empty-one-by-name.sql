-- mistake: adds the one empty playlist in sight by its name, so another one is dropped
select p.playlist_id, p.name, count(e.title) as tracks, string_agg(e.title, ', ' order by e.position) as titles
from playlists p join entries e using (playlist_id)
group by p.playlist_id
union all
select playlist_id, name, 0, null
from playlists
where name = 'Empty so far'
order by playlist_id;

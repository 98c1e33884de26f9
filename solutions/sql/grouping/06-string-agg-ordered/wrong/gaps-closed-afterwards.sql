-- mistake: puts an empty text for a missing title and takes one comma away, which fails at the start, at the end and for two in a row
select p.playlist_id, p.name, count(e.title) as tracks,
       nullif(replace(string_agg(coalesce(e.title, ''), ', ' order by e.position), ', , ', ', '), '') as titles
from playlists p left join entries e using (playlist_id)
group by p.playlist_id
order by p.playlist_id;

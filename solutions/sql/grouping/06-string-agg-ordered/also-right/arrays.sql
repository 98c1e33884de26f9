select p.playlist_id, p.name, cardinality(t.titles) as tracks, nullif(array_to_string(t.titles, ', '), '') as titles
from playlists p
cross join lateral (
  select array(select title from entries e where e.playlist_id = p.playlist_id and title is not null order by position) as titles
) t
order by p.playlist_id;

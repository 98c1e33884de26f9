select playlist_id, name, coalesce(tracks, 0) as tracks, titles
from playlists
left join (select playlist_id, count(*) as tracks, string_agg(title, ', ' order by position) as titles
           from entries
           where title is not null
           group by playlist_id) lines using (playlist_id)
order by 1;

-- mistake: counts the pieces between commas, so a title with a comma in it counts as two
select playlist_id, name, coalesce(cardinality(string_to_array(titles, ', ')), 0) as tracks, titles
from (select p.playlist_id, p.name, string_agg(e.title, ', ' order by e.position) as titles
      from playlists p left join entries e using (playlist_id)
      group by p.playlist_id) as lines
order by playlist_id;

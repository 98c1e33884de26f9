with recursive numbered as (
  select playlist_id, title, row_number() over (partition by playlist_id order by position) as n
  from entries where title is not null
),
line as (
  select playlist_id, n, title as titles from numbered where n = 1
  union all
  select l.playlist_id, x.n, l.titles || ', ' || x.title
  from line l join numbered x on x.playlist_id = l.playlist_id and x.n = l.n + 1
)
select distinct on (p.playlist_id) p.playlist_id, p.name, coalesce(l.n, 0) as tracks, l.titles
from playlists p left join line l on l.playlist_id = p.playlist_id
order by p.playlist_id, l.n desc;

select playlist_id, name, tracks, titles
from (select p.playlist_id, p.name, count(e.title) over w as tracks, string_agg(e.title, ', ') over w as titles,
             row_number() over (partition by p.playlist_id order by e.position) as n
      from playlists p left join entries e using (playlist_id)
      window w as (partition by p.playlist_id order by e.position rows between unbounded preceding and unbounded following)) whole
where n = 1
order by playlist_id;

create table playlists (
  playlist_id int primary key,
  name        text not null
);

create table entries (
  playlist_id int not null references playlists,
  position    int not null,
  title       text check (title <> ''),  -- NULL: the track is not available any more
  primary key (playlist_id, position)
);

insert into playlists values
  (1, 'Running'),
  (2, 'Rainy days'),  -- comes to ten positions: 10 stands after 9
  (3, 'Empty so far'),
  (4, 'Lost'),        -- nothing in it is available
  (5, 'Running');     -- another one of that name

insert into entries values
  (1, 3, 'Brass Monkey Bay'),
  (1, 1, 'Uphill'),
  (1, 2, 'Steady'),
  (1, 5, 'Uphill'),   -- once more at the end; position 4 has been removed
  (2, 10, 'Last Bus'),
  (2, 9, 'Puddles'),
  (2, 2, 'Amber'),
  (2, 3, null),       -- not available: left out, without a second comma
  (4, 1, null),
  (5, 2, 'Steady'),
  (5, 1, 'Zigzag');

create table videos (
  video_id     int primary key,
  channel      text not null,
  title        text not null,
  published_on date not null
);

insert into videos values
  (4, 'Guitar Diary',  'First chords', '2026-01-02'),
  (6, 'Guitar Diary',  'Barre chords', '2026-01-16'),
  (5, 'Guitar Diary',  'Barre chords', '2026-01-09'),  -- the same title twice: two episodes
  (3, 'Cook with Ana', 'Pancakes',     '2026-01-10'),
  (1, 'Cook with Ana', 'Perfect rice', '2026-01-10'),  -- the same day: the smaller video_id first, though P-a comes before P-e
  (2, 'Cook with Ana', 'Two soups',    '2026-01-05'),  -- uploaded after the rice, published before it
  (7, 'Night Sky',     'The Moon',     '2026-01-20');  -- a channel with one video

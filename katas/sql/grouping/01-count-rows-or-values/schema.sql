create table pupils (
  pupil_id int primary key,
  name     text not null,
  club     text  -- NULL: nothing chosen yet
);

insert into pupils values
  (1, 'Amira', 'Chess'),
  (2, 'Ben',   'Choir'),
  (3, 'Chloe', null),     -- undecided
  (4, 'Dario', 'Chess'),  -- a club that somebody has chosen already
  (5, 'Ella',  'Robots'),
  (6, 'Finn',  null),     -- undecided as well
  (7, 'Ben',   'Choir'),  -- another Ben, in the same club
  (8, 'Hugo',  'Chess');

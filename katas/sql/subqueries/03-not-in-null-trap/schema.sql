create table users (
  user_id int primary key,
  name    text not null
);

create table invitations (
  invitation_id int primary key,
  inviter_id    int references users,  -- NULL: invited by the app itself
  guest         text not null,
  accepted      boolean                -- NULL: no answer yet
);

insert into users values
  (1, 'Ida'),   -- two accepted invitations
  (2, 'Jon'),   -- no invitation at all
  (3, 'Kim'),   -- only a refused one
  (4, 'Lou'),   -- one refused, one accepted
  (5, 'Kim'),   -- another Kim, who has invited; her name says nothing about user 3
  (6, 'Max');   -- only one without an answer

insert into invitations values
  (1, 1,    'Nell', true),
  (2, 1,    'Otto', true),
  (3, 3,    'Pepe', false),
  (4, 4,    'Pepe', false),
  (5, 4,    'Ruth', true),
  (6, 5,    'Sam',  true),
  (7, null, 'Tess', true),   -- the app invited: the trap
  (8, null, 'Uri',  false),
  (9, 6,    'Vera', null);

create table films (
  film_id int primary key,
  title   text not null
);

create table actors (
  actor_id int primary key,
  name     text not null
);

create table castings (
  film_id  int not null references films,
  actor_id int not null references actors,
  role     text not null,
  primary key (film_id, actor_id, role)
);

insert into films values
  (1, 'The Keeper'),
  (2, 'The Keeper'),      -- the remake
  (3, 'Night Bus'),
  (4, 'Under the Ice');   -- a documentary without actors

insert into actors values
  (1, 'Noor Aziz'),
  (2, 'Kim Lee'),
  (3, 'Kim Lee'),      -- another Kim Lee
  (4, 'Hugo Brandt'),
  (5, 'Ines Costa');   -- has no role yet

insert into castings values
  (1, 4, 'Keeper'),
  (1, 1, 'Daughter'),
  (2, 1, 'Keeper'),        -- Noor Aziz plays in both Keepers: two rows
  (2, 2, 'Daughter'),
  (3, 1, 'Anna'),
  (3, 1, 'Bella'),         -- two roles in one film: one row, 2 roles
  (3, 2, 'Driver'),
  (3, 3, 'Passenger');     -- both Kim Lees in one film: two rows

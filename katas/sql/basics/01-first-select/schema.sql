create table pupils (
  pupil_id   int primary key,
  first_name text not null,
  last_name  text not null,
  class_name text not null,
  born_on    date not null
);

insert into pupils (pupil_id, first_name, last_name, class_name, born_on) values
  (1, 'Amir',  'Haddad',    '3A', '2017-02-11'),  -- an ordinary pupil
  (2, 'Emma',  'Novak',     '3A', '2017-05-30'),  -- two Emmas in the same class:
  (3, 'Emma',  'Lindqvist', '3A', '2016-11-08'),  -- both need a tag
  (4, 'Emma',  'Okoye',     '3B', '2017-01-19'),  -- an Emma in another class
  (5, 'Tomás', 'García',    '3B', '2016-10-02'),  -- accents come out as they went in
  (6, 'Grace', 'James',     '3B', '2017-07-23'),  -- a last name that could be a first name...
  (7, 'James', 'Grace',     '3C', '2017-03-14');  -- ...and the other way round

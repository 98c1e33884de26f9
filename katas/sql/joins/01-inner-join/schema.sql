create table teachers (
  teacher_id int primary key,
  name       text not null
);

create table courses (
  course_id  int primary key,
  name       text not null,
  teacher_id int references teachers  -- NULL: nobody found yet
);

insert into teachers values
  (1, 'Ann Lee'),   -- gives two courses
  (2, 'Tom Reid'),  -- gives the same course to two groups
  (3, 'Zoe Park'),
  (4, 'Ann Lee'),   -- another person of the same name
  (5, 'Ben Osei');  -- no course this term

insert into courses values
  (1, 'Chess',   2),
  (2, 'Chess',   2),     -- a second group: a second row
  (3, 'Algebra', 3),
  (4, 'Algebra', 1),     -- a course's number is no teacher's number: 4 is given by 1
  (5, 'Choir',   null),  -- no teacher: not listed
  (6, 'Biology', 4),
  (7, 'Drama',   1);

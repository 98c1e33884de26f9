create table programmes (
  programme_id int primary key,
  name         text not null
);

create table requirements (
  programme_id int not null references programmes,
  course       text not null,
  primary key (programme_id, course)
);

create table students (
  student_id   int primary key,
  name         text not null,
  programme_id int not null references programmes
);

-- every attempt at an exam
create table exams (
  exam_id    int primary key,
  student_id int not null references students,
  course     text not null,
  points     int check (points between 0 and 100)  -- NULL: not marked yet
);

insert into programmes values
  (1, 'Biology'),
  (2, 'Music'),
  (3, 'Free studies'),  -- requires nothing
  (4, 'Chemistry');     -- nobody studies it

insert into requirements values
  (1, 'Cells'), (1, 'Genetics'), (1, 'Statistics'),
  (2, 'Harmony'), (2, 'Statistics');

insert into students values
  (5, 'Emil',  2),  -- everything, but of Music
  (1, 'Aki',   1),  -- everything, and a course more than required
  (2, 'Bea',   1),  -- three passed exams, but two of them in the same course
  (3, 'Carl',  1),  -- one course failed
  (4, 'Dina',  1),  -- failed first, passed later; and the other way round
  (6, 'Fatou', 2),  -- has what Biology requires, not what Music does
  (7, 'Greta', 3),  -- nothing required, nothing done
  (8, 'Henk',  2),  -- no exam at all
  (9, 'Iris',  2);  -- one exam not marked yet

insert into exams values
  (1, 1, 'Cells', 80), (2, 1, 'Genetics', 50), (3, 1, 'Statistics', 91), (4, 1, 'Ethics', 65),  -- exactly 50 is enough
  (5, 2, 'Cells', 70), (6, 2, 'Cells', 75), (7, 2, 'Genetics', 60),
  (8, 3, 'Cells', 55), (9, 3, 'Genetics', 49), (10, 3, 'Statistics', 88),
  (11, 4, 'Cells', 30), (12, 4, 'Cells', 62), (13, 4, 'Genetics', 77), (14, 4, 'Genetics', 20), (15, 4, 'Statistics', 50),
  (16, 5, 'Harmony', 66), (17, 5, 'Statistics', 58),
  (18, 6, 'Cells', 90), (19, 6, 'Genetics', 90), (20, 6, 'Statistics', 90),
  (21, 9, 'Harmony', 82), (22, 9, 'Statistics', null);

create table employees (
  employee_id int primary key,
  name        text not null,
  manager_id  int references employees check (manager_id <> employee_id)  -- NULL: a founder
);

insert into employees values
  (1, 'Rosa',  null),  -- a founder with a team
  (2, 'Idris', 1),     -- in the middle: has a manager and a team
  (3, 'Mei',   1),
  (4, 'Paul',  2),     -- nobody reports to him: 0
  (5, 'Mei',   2),     -- another Mei
  (6, 'Karl',  3),     -- reports to the first Mei
  (7, 'Tara',  null),  -- a founder without a team: no partner in either direction
  (8, 'Lin',   5),     -- reports to the second Mei
  (9, 'Olga',  1),
  (10, 'Nils', 3),     -- the first Mei has two reports, the second one
  (11, 'Uma',  9);

create table members (
  member_id int primary key,
  plan      text not null check (plan in ('free', 'family', 'premium'))
);

create table devices (
  device_id   int primary key,
  member_id   int not null references members,
  label       text not null,
  removed_on  date  -- NULL: still in use
);

insert into members values
  (1, 'premium'), (2, 'free'), (3, 'family'), (4, 'free'), (5, 'family'), (6, 'premium'), (7, 'free'), (8, 'free');

insert into devices values
  (11, 1, 'Phone',  null), (12, 1, 'Laptop', null), (13, 1, 'TV', null),
  (21, 2, 'Phone',  null),
  (31, 3, 'Tablet', null), (32, 3, 'Tablet', null), (33, 3, 'Phone', null), (34, 3, 'TV', '2026-01-09'),  -- two tablets: two devices; a TV no more: 3
  (51, 5, 'TV',     null),
  (61, 6, 'Phone',  '2025-11-30'),  -- had one, has none
  (81, 8, 'Laptop', null);          -- members 4 and 7 never had one; nobody has exactly two

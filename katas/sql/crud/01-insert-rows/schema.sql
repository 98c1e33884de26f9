create table members (
  member_id  int primary key,
  last_name  text not null,  -- the last name stands first here
  first_name text not null,
  plan       text not null default 'free' check (plan in ('free', 'family', 'premium')),
  phone      text,           -- NULL: none given
  joined_on  date not null
);

create table devices (
  device_id int primary key,
  member_id int not null references members,
  label     text not null
);

insert into members (member_id, last_name, first_name, plan, phone, joined_on) values
  (1, 'Berg',   'Astrid', 'premium', '01-555-0101', '2025-09-01'),  -- has a plan, a phone and two devices
  (2, 'Costa',  'Rui',    'free',    null,          '2025-11-20'),  -- no phone: this is what NULL looks like
  (3, 'Mori',   'Hana',   'family',  '01-555-0120', '2026-01-15'),  -- the same last name as a new member
  (4, 'Ismail', 'Farah',  'free',    '01-555-0133', '2026-02-28');  -- no device

insert into devices (device_id, member_id, label) values
  (11, 1, 'Living-room TV'),  -- the same label as a new device
  (12, 1, 'Laptop'),          -- the second device of one member
  (13, 3, 'Hana''s phone');   -- how an apostrophe is written

create table categories (
  category_id int primary key,
  name        text not null,
  parent_id   int references categories,  -- NULL: a shelf at the top
  is_open     boolean not null,
  check (parent_id < category_id)         -- a shelf is numbered after the one it stands under: no circles
);

insert into categories values
  (1,  'Kitchen',     null, true),
  (2,  'Garden',      null, true),
  (3,  'Pots',        1,    true),
  (15, 'Grills',      13,   true),
  (4,  'Lids',        3,    true),
  (5,  'Glass',       4,    true),
  (6,  'Sheds',       2,    false),  -- closed ...
  (7,  'Keys',        6,    true),   -- ... so nobody gets to the open shelf below it ...
  (8,  'Key rings',   7,    true),   -- ... nor to the one below that
  (10, 'Lamps',       2,    true),
  (9,  'Lamps',       1,    true),   -- the same name under another parent
  (11, 'Christmas',   null, false),  -- closed at the very top
  (12, 'Trees',       11,   true),
  (13, 'Kitchen',     2,    true),   -- a kitchen to set up in the garden
  (14, 'Knobs', 5,    true),   -- on the fifth level
  (16, 'Bowls',       1,    false);  -- closed, with nothing below it

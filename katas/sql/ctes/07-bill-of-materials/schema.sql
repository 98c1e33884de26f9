create table items (
  item_id int primary key,
  name    text not null,
  price   numeric(8, 2) check (price >= 0),  -- of one unit when it is bought; NULL: not known
  is_sold boolean not null
);

-- one unit of assembly_id is made from quantity units of part_id, among others
create table components (
  assembly_id int not null references items,
  part_id     int not null references items,
  quantity    numeric not null check (quantity > 0),
  primary key (assembly_id, part_id),
  check (part_id < assembly_id)  -- a part is numbered before what is made from it: no circles
);

insert into items values
  (1,  'Ball',    0.10, false),
  (2,  'Bolt',    0.05, false),
  (3,  'Spoke',   0.40, false),
  (4,  'Rim',    18.00, false),
  (5,  'Cable',   1.20, true),   -- in metres; bought, and sold as it is
  (6,  'Paint',   null, false),  -- in litres; nobody knows its price
  (7,  'Hub',    15.00, false),  -- could be bought, but is made
  (8,  'Wheel',   null, true),   -- sold, and also part of others
  (9,  'Frame',   null, false),
  (10, 'Pedal',   null, false),
  (11, 'Bell',    6.00, false),  -- neither sold nor used
  (12, 'Bike',    null, true),
  (13, 'Tandem',  null, true);

insert into components values
  (7, 1, 10),
  (8, 3, 32), (8, 4, 1), (8, 7, 1),
  (9, 2, 4), (9, 6, 0.30),
  (10, 1, 5), (10, 2, 2),
  -- A bike's bolts come from 1 frame with 4 and from 2 pedals with 2 each: 4 and 4, two equal numbers.
  (12, 5, 3.50), (12, 8, 2), (12, 9, 1), (12, 10, 2),
  -- A tandem is a bike and half another.
  (13, 5, 1.50), (13, 9, 1), (13, 10, 2), (13, 12, 1);

create table price_changes (
  product    text not null,
  valid_from date not null,
  price      numeric(10, 2) check (price > 0),  -- NULL: not on sale from that day
  primary key (product, valid_from)
);

insert into price_changes values
  ('Lamp',    '2026-01-01', 22.00),  -- the last price is neither the highest nor the lowest
  ('Lamp',    '2025-01-01', 20.00),
  ('Lamp',    '2025-06-01', 26.00),
  ('Kettle',  '2025-01-01', 30.00),
  ('Kettle',  '2025-05-01', 35.00),
  ('Kettle',  '2025-08-01', null),   -- off sale for a while, in the middle
  ('Kettle',  '2025-10-01', 28.00),  -- back, and cheaper than at first
  ('Mug',     '2025-03-01', 6.00),   -- a single row
  ('Radio',   '2025-02-01', null),   -- announced without a price
  ('Radio',   '2025-04-01', 60.00),
  ('Radio',   '2026-02-01', 55.00),
  ('Toaster', '2025-01-01', 40.00),
  ('Toaster', '2025-09-01', null);   -- no longer on sale

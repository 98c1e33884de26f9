create table products (
  product_id int primary key,
  name       text not null,
  category   text not null check (category in ('shoes', 'boots', 'socks', 'bags', 'food')),
  price      numeric(8, 2) not null check (price >= 0)
);

insert into products (product_id, name, category, price) values
  ( 1, 'Trail runner Fox',        'shoes',  89.90),  -- the word at the start, with a capital
  ( 2, 'Fox light trail shoe',    'shoes',  40.00),  -- in the middle, in small letters; the lowest price
  ( 3, 'City runner',             'shoes',  75.00),  -- not a trail shoe
  ( 4, 'Mountain boot TRAIL',     'boots', 120.00),  -- at the end, in capitals; the highest price
  ( 5, 'Trail boot, winter',      'boots', 120.01),  -- a cent too much
  ( 6, 'Thin trail sock',         'socks',  39.99),  -- a cent too little
  ( 7, 'Wool trail socks, 5 pairs', 'socks', 45.50), -- the third category
  ( 8, 'Trail mix, 2 kg',         'food',   42.00),  -- name and price fit, the category does not
  ( 9, 'Trailblazer backpack',    'bags',   99.00),  -- the same with the other category
  (10, 'Overtrail boot',          'boots',  80.00),  -- inside a longer word
  (11, 'Trail',                   'socks',  60.00),  -- nothing before and nothing behind
  (12, 'Trial pack of laces',     'shoes',  50.00);  -- nearly the same letters

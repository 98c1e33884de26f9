create table companies (
  company_id int primary key,
  name       text not null
);

-- owner_id holds shares of company_id
create table stakes (
  owner_id   int not null references companies,
  company_id int not null references companies,
  primary key (owner_id, company_id)
);

insert into companies values
  (1, 'Aster'), (2, 'Birch'), (3, 'Cedar'), (4, 'Dahlia'), (5, 'Elm'), (6, 'Fern'), (7, 'Gorse'), (8, 'Hazel'),
  (9, 'Iris'), (10, 'Juniper'),
  (11, 'Larch'),  -- holds nothing and is held by nobody
  (12, 'Birch');  -- another company called Birch

insert into stakes values
  (1, 2), (2, 3), (3, 1),             -- a ring: Aster holds Birch holds Cedar holds Aster
  (1, 10), (10, 4), (1, 9), (9, 4),   -- two ways to Dahlia, equally short: by 9 and by 10
  (3, 9),                             -- a longer way to Iris, though its second number is smaller
  (2, 5), (3, 5),                     -- a short and a longer way to Elm
  (4, 6), (6, 4),                     -- a ring without Aster
  (6, 6), (1, 1),                     -- Fern and Aster hold shares of their own
  (5, 12),
  (7, 1), (7, 8);                     -- Gorse holds Aster, not the other way round

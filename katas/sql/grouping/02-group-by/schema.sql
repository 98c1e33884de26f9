create table views (
  view_id   int primary key,
  viewer_id int not null,
  country   text,  -- NULL: unknown
  seconds   int not null check (seconds >= 0)
);

insert into views values
  (1,  501, 'Peru',  120),
  (2,  502, 'Peru',  300),
  (3,  501, 'Peru',  120),  -- the same viewer, and as long as view 1: still a view
  (4,  503, 'Kenya', 45),
  (5,  503, 'Kenya', 600),
  (6,  504, 'Italy', 0),    -- opened and closed at once: a view
  (7,  505, null,    200),  -- unknown countries are a group of their own ...
  (8,  506, null,    80),   -- ... with as many views as Kenya and Italy
  (9,  501, 'Italy', 90),   -- viewer 501 on a journey
  (10, 502, 'Peru',  60),
  (11, 507, 'Ghana', 30);

create table sessions (
  session_id      int primary key,
  user_name       text not null,
  network         text not null check (network in ('office', 'home', 'cafe', 'hotel')),
  failed_attempts int not null check (failed_attempts >= 0),
  two_factor      boolean not null
);

insert into sessions (session_id, user_name, network, failed_attempts, two_factor) values
  ( 1, 'olga',  'office', 0, false),  -- no second factor, but no reason either
  ( 2, 'ben',   'cafe',   0, false),  -- the first reason alone
  ( 3, 'ben',   'hotel',  0, false),  -- the second reason alone
  ( 4, 'chidi', 'home',   3, false),  -- the third reason alone, exactly three
  ( 5, 'chidi', 'home',   2, false),  -- two are not enough
  ( 6, 'olga',  'cafe',   0, true),   -- each reason once more,
  ( 7, 'mei',   'hotel',  1, true),   -- but with a second factor:
  ( 8, 'mei',   'office', 5, true),   -- none of the three
  ( 9, 'ravi',  'cafe',   4, false),  -- two reasons, one row
  (10, 'ravi',  'hotel',  6, true),   -- two reasons and a second factor
  (11, 'mei',   'home',   0, true),   -- nothing at all
  (12, 'olga',  'office', 7, false);  -- far more than three

-- 120,000 logins of 2,000 users in 83 days, one a minute: sixty a user, spread over the whole table.
insert into logins
select n,
       (n * 7919) % 2000 + 1,
       timestamp '2026-01-01 00:00' + n * interval '1 minute',
       '10.0.0.0'::inet + n % 65536,
       n % 11 <> 0
from generate_series(1, 120000) as n;

-- TODO(author): rows by the thousand, at most 300,000 a table; the same ones each time, so no random().
-- 20,000 orders of 1,000 customers, spread over the whole table as they came in.
insert into orders
select n, n * 7919 % 1000 + 1, (n * 37 % 20000) / 100.0 + 1
from generate_series(1, 20000) as n;

-- TODO(author): rows by the thousand, at most 300,000 a table; the same ones each time, so no random().
-- 20,000 parcels of 1,000 senders, spread over the whole table as they came in.
insert into parcels
select n, n * 7919 % 1000 + 1, (n * 37 % 20000) / 100.0 + 1
from generate_series(1, 20000) as n;

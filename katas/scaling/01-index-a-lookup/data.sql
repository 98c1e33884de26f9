-- 50,000 orders of 5,000 customers: ten each, spread over the whole table as they came in.
insert into orders
select n,
       (n * 7919) % 5000 + 1,
       date '2024-01-01' + n / 70,
       (array['open', 'paid', 'sent', 'returned'])[n % 4 + 1],
       (n * 37 % 20000) / 100.0 + 1
from generate_series(1, 50000) as n;

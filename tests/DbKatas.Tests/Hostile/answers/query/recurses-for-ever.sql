-- attack (did not run): a recursion without an end
with recursive r(n) as (select 1 union all select n + 1 from r) select n, '' from r where n < 0

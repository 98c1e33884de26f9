-- Right, though it rewrites rows that do not change.
update accounts
set balance     = case when kind = 'savings' and status = 'open' then balance + interest else balance end,
    interest    = case when kind = 'savings' and status = 'open' then 0 else interest end,
    credited_on = case when kind = 'savings' and status = 'open' then '2026-12-31' else credited_on end;

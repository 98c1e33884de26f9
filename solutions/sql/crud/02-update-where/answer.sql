update accounts
set balance     = balance + interest,
    interest    = 0,
    credited_on = date '2026-12-31'
where kind = 'savings'
  and status = 'open';

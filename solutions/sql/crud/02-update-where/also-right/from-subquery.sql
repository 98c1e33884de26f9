update accounts a
set balance = due.new_balance, interest = 0, credited_on = '2026-12-31'
from (
  select account_id, balance + interest as new_balance
  from accounts
  where kind = 'savings' and status = 'open'
) as due
where due.account_id = a.account_id;

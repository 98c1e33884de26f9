with recursive numbered as (
  select m.*, row_number() over (partition by account_id order by booked_on, movement_id) as n
  from movements m
),
statement as (
  select n.account_id, n.booked_on, n.movement_id, n.amount, n.n, (a.opening_balance + n.amount)::numeric as balance
  from numbered n join accounts a using (account_id)
  where n.n = 1
  union all
  select n.account_id, n.booked_on, n.movement_id, n.amount, n.n, s.balance + n.amount
  from statement s join numbered n on n.account_id = s.account_id and n.n = s.n + 1
)
select account_id, booked_on, movement_id, amount, balance
from statement
order by account_id, booked_on, movement_id;

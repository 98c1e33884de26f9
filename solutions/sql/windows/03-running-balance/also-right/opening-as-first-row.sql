with entries as (
  select account_id, date '-infinity' as booked_on, 0 as movement_id, opening_balance as amount, true as opening from accounts
  union all
  select account_id, booked_on, movement_id, amount, false from movements
),
statement as (
  select *, sum(amount) over (partition by account_id
                              order by opening desc, booked_on, movement_id
                              rows between unbounded preceding and current row) as balance
  from entries
)
select account_id, booked_on, movement_id, amount, balance
from statement
where not opening
order by account_id, booked_on, movement_id;

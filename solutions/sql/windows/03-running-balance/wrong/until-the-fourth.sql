-- mistake: adds up the last four movements, which are all that an account has so far
select m.account_id, m.booked_on, m.movement_id, m.amount,
       a.opening_balance + sum(m.amount) over (partition by m.account_id order by m.booked_on, m.movement_id
                                               rows between 3 preceding and current row) as balance
from movements m
join accounts a using (account_id)
order by m.account_id, m.booked_on, m.movement_id;

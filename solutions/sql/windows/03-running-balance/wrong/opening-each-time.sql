-- mistake: the opening balance is added once a movement
select m.account_id, m.booked_on, m.movement_id, m.amount,
       sum(a.opening_balance + m.amount) over (partition by m.account_id order by m.booked_on, m.movement_id) as balance
from movements m
join accounts a using (account_id)
order by m.account_id, m.booked_on, m.movement_id;

-- mistake: no PARTITION BY, so the amounts of all accounts run together
select m.account_id, m.booked_on, m.movement_id, m.amount,
       a.opening_balance + sum(m.amount) over (order by m.account_id, m.booked_on, m.movement_id) as balance
from movements m
join accounts a using (account_id)
order by m.account_id, m.booked_on, m.movement_id;

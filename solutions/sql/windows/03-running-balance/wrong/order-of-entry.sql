-- mistake: adds up by movement_id alone, so late movements are counted in the wrong place
select m.account_id, m.booked_on, m.movement_id, m.amount,
       a.opening_balance + sum(m.amount) over (partition by m.account_id order by m.movement_id) as balance
from movements m
join accounts a using (account_id)
order by m.account_id, m.booked_on, m.movement_id;

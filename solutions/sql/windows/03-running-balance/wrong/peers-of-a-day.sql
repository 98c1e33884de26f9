-- mistake: movements of one day are added together, so they all show the day's last balance
select m.account_id, m.booked_on, m.movement_id, m.amount,
       a.opening_balance + sum(m.amount) over (partition by m.account_id order by m.booked_on) as balance
from movements m
join accounts a using (account_id)
order by m.account_id, m.booked_on, m.movement_id;

select m.account_id, m.booked_on, m.movement_id, m.amount,
       (select a.opening_balance from accounts a where a.account_id = m.account_id)
       + (select sum(e.amount) from movements e
          where e.account_id = m.account_id
            and (e.booked_on < m.booked_on or e.booked_on = m.booked_on and e.movement_id <= m.movement_id)) as balance
from movements m
order by m.account_id, m.booked_on, m.movement_id;

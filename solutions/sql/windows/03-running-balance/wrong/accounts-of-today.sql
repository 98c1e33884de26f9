-- mistake: the opening balances are copied from the table instead of joined
select m.account_id,
       m.booked_on,
       m.movement_id,
       m.amount,
       case m.account_id when 1 then 100.00 when 3 then -25.00 else 0 end
         + sum(m.amount) over (partition by m.account_id order by m.booked_on, m.movement_id) as balance
from movements m
order by m.account_id, m.booked_on, m.movement_id;

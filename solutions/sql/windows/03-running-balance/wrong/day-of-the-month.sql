-- mistake: adds up by the day of the month, which is no order beyond one month
select m.account_id,
       m.booked_on,
       m.movement_id,
       m.amount,
       a.opening_balance + sum(m.amount) over (partition by m.account_id order by extract(day from m.booked_on), m.movement_id) as balance
from movements m
join accounts a using (account_id)
order by m.account_id, m.booked_on, m.movement_id;

-- mistake: the opening balance is forgotten
select account_id, booked_on, movement_id, amount,
       sum(amount) over (partition by account_id order by booked_on, movement_id) as balance
from movements
order by account_id, booked_on, movement_id;

select m.account_id, m.booked_on, m.movement_id, m.amount, max(a.opening_balance) + sum(e.amount) as balance
from movements m
join accounts a on a.account_id = m.account_id
join movements e on e.account_id = m.account_id and (e.booked_on, e.movement_id) <= (m.booked_on, m.movement_id)
group by m.movement_id
order by 1, 2, 3;

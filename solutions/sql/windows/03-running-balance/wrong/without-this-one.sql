-- mistake: the balance before the movement instead of after it
select m.account_id, m.booked_on, m.movement_id, m.amount,
       a.opening_balance + coalesce(sum(m.amount) over (partition by m.account_id order by m.booked_on, m.movement_id
                                                        rows between unbounded preceding and 1 preceding), 0) as balance
from movements m
join accounts a using (account_id)
order by m.account_id, m.booked_on, m.movement_id;

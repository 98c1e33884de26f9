with locked as materialized (
  select account_id from accounts where account_id in (:from, :to) order by account_id for update
)
update accounts a
set balance = balance + case when a.account_id = :from then -:amount else :amount end
from locked l
where l.account_id = a.account_id;

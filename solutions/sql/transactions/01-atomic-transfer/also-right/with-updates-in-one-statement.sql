with t as (insert into transfers values (3, 1, 3, 250.00) returning *)
update accounts a set balance = a.balance + case when a.account_id = t.to_id then t.amount else -t.amount end
from t where a.account_id in (t.from_id, t.to_id);

with t as (insert into transfers values (4, 3, 2, 40.00) returning *)
update accounts a set balance = a.balance + case when a.account_id = t.to_id then t.amount else -t.amount end
from t where a.account_id in (t.from_id, t.to_id);

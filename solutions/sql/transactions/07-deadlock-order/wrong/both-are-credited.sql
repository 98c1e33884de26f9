-- mistake: the sign is the same for both accounts
begin;
select from accounts where account_id in (:from, :to) order by account_id for update;
update accounts set balance = balance + :amount where account_id in (:from, :to);
commit;

-- mistake: the locks are taken in order and never given back
begin;
select from accounts where account_id in (:from, :to) order by account_id for update;
update accounts set balance = balance - :amount where account_id = :from;
update accounts set balance = balance + :amount where account_id = :to;

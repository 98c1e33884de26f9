-- Any order will do, as long as everybody keeps to it.
begin;
select 1 from accounts where account_id = greatest(:from, :to) for update;
select 1 from accounts where account_id = least(:from, :to) for update;
update accounts set balance = balance - :amount where account_id = :from;
update accounts set balance = balance + :amount where account_id = :to;
commit;

-- mistake: the rows are locked beforehand, but again in the order of the transfer
begin;
select 1 from accounts where account_id = :from for update;
select 1 from accounts where account_id = :to for update;
update accounts set balance = balance - :amount where account_id = :from;
update accounts set balance = balance + :amount where account_id = :to;
commit;

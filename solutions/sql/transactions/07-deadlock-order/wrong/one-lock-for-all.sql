-- mistake: one advisory lock for the whole bank makes everybody wait for everybody
begin;
select pg_advisory_xact_lock(1);
update accounts set balance = balance - :amount where account_id = :from;
update accounts set balance = balance + :amount where account_id = :to;
commit;

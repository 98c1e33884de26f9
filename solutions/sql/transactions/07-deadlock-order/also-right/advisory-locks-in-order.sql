begin;
select pg_advisory_xact_lock(least(:from, :to));
select pg_advisory_xact_lock(greatest(:from, :to));
update accounts set balance = balance - :amount where account_id = :from;
update accounts set balance = balance + :amount where account_id = :to;
commit;

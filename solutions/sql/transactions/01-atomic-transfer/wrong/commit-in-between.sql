-- mistake: a commit after each change, so the bank is a transaction long without the money
begin;
update accounts set balance = balance - 250.00 where account_id = 1;
commit;
begin;
update accounts set balance = balance + 250.00 where account_id = 3;
commit;

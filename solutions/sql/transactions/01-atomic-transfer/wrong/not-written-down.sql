-- mistake: the transfers are carried out and not written down
begin;
update accounts set balance = balance - 250.00 where account_id = 1;
update accounts set balance = balance + 250.00 where account_id = 3;
commit;
begin;
update accounts set balance = balance - 40.00 where account_id = 3;
update accounts set balance = balance + 40.00 where account_id = 2;
commit;

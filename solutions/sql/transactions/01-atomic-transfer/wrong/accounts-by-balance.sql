-- mistake: finds the accounts by what they hold today
begin;
update accounts set balance = balance - 250.00 where balance = 600.00;
update accounts set balance = balance + 250.00 where balance = 15.00;
insert into transfers (transfer_id, from_id, to_id, amount) values (3, 1, 3, 250.00);
commit;

begin;
update accounts set balance = balance - 40.00 where account_id = 3;
update accounts set balance = balance + 40.00 where account_id = 2;
insert into transfers (transfer_id, from_id, to_id, amount) values (4, 3, 2, 40.00);
commit;

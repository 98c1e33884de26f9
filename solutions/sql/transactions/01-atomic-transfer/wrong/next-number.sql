-- mistake: numbers the transfers on from the largest one instead of writing down 3 and 4
begin;
update accounts set balance = balance - 250.00 where account_id = 1;
update accounts set balance = balance + 250.00 where account_id = 3;
insert into transfers select max(transfer_id) + 1, 1, 3, 250.00 from transfers;
commit;

begin;
update accounts set balance = balance - 40.00 where account_id = 3;
update accounts set balance = balance + 40.00 where account_id = 2;
insert into transfers select max(transfer_id) + 1, 3, 2, 40.00 from transfers;
commit;

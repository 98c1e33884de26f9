-- mistake: finds the accounts by their owners' names, and a person may have two accounts
begin;
update accounts set balance = balance - 250.00 where owner = 'Ines Duarte';
update accounts set balance = balance + 250.00 where owner = 'Aisha Bello';
insert into transfers (transfer_id, from_id, to_id, amount) values (3, 1, 3, 250.00);
commit;

begin;
update accounts set balance = balance - 40.00 where owner = 'Aisha Bello';
update accounts set balance = balance + 40.00 where owner = 'Tom Keller';
insert into transfers (transfer_id, from_id, to_id, amount) values (4, 3, 2, 40.00);
commit;

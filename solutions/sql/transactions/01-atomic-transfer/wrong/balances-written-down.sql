-- mistake: writes down what the balances should be afterwards, whatever they were before
begin;
update accounts set balance = 350.00 where account_id = 1;
update accounts set balance = 425.00 where account_id = 2;
update accounts set balance = 225.00 where account_id = 3;
insert into transfers (transfer_id, from_id, to_id, amount) values (3, 1, 3, 250.00), (4, 3, 2, 40.00);
commit;

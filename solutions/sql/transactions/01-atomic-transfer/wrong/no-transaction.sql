-- mistake: no begin and commit, so the first UPDATE is a transaction that makes money vanish
update accounts set balance = balance - 250.00 where account_id = 1;
update accounts set balance = balance + 250.00 where account_id = 3;
insert into transfers (transfer_id, from_id, to_id, amount) values (3, 1, 3, 250.00);
update accounts set balance = balance - 40.00 where account_id = 3;
update accounts set balance = balance + 40.00 where account_id = 2;
insert into transfers (transfer_id, from_id, to_id, amount) values (4, 3, 2, 40.00);

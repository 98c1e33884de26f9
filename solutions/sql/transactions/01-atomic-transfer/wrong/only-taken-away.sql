-- mistake: the money is taken from account 1 and given to nobody
begin;
update accounts set balance = balance - 250.00 where account_id = 1;
insert into transfers values (3, 1, 3, 250.00);
commit;

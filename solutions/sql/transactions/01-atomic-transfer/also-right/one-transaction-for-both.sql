start transaction;
insert into transfers values (3, 1, 3, 250.00), (4, 3, 2, 40.00);
update accounts set balance = balance - 250.00 where account_id = 1;
update accounts set balance = balance + 250.00 where account_id = 3;
update accounts set balance = balance - 40.00 where account_id = 3;
update accounts set balance = balance + 40.00 where account_id = 2;
end;

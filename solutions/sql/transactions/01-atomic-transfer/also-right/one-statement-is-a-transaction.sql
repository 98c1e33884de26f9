-- A single UPDATE is all or nothing by itself.
update accounts
set balance = balance + case account_id when 1 then -250.00 when 2 then 40.00 else 210.00 end
where account_id in (1, 2, 3);

insert into transfers values (3, 1, 3, 250.00), (4, 3, 2, 40.00);

-- schedule: two deposits into one account at the same time
-- session a
begin;
select deposit(1, 50.00);
-- session b
begin;
select deposit(1, 30.00);
-- session a
commit;
-- session b
commit;
select balance from accounts where account_id = 1;

-- schedule: the first deposit is taken back
-- session a
begin;
select deposit(1, 50.00);
-- session b
select deposit(1, 30.00);
-- session a
rollback;
-- session b
select balance from accounts where account_id = 1;

-- schedule: two deposits while an auditor holds the row
-- session c
begin;
select balance from accounts where account_id = 1 for share;
-- session a
select deposit(1, 50.00);
-- session b
select deposit(1, 30.00);
-- session c
commit;
select balance from accounts where account_id = 1;

-- schedule: deposits into two accounts, where nobody has to wait
-- session a
begin;
select deposit(1, 50.00);
-- session b
begin;
select deposit(2, 30.00);
commit;
-- session a
commit;

-- schedule: an account that does not exist
-- session a
select deposit(9, 10.00);

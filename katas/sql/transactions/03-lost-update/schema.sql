create table accounts (
  account_id int primary key,
  owner      text not null,
  balance    numeric(12, 2) not null
);

insert into accounts values
  (1, 'Ines Duarte', 100.00),  -- both deposits of the story go here
  (2, 'Tom Keller',  500.00);  -- another account: nobody has to wait for it

-- The function as it runs today: deposits into one account, and says what the balance is then.
create function deposit(p_account int, p_amount numeric) returns numeric language plpgsql as $$
declare
  old_balance numeric;
begin
  select balance into old_balance from accounts where account_id = p_account;
  update accounts set balance = old_balance + p_amount where account_id = p_account;
  return old_balance + p_amount;
end $$;

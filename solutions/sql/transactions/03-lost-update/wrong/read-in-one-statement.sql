-- mistake: the subquery reads before the UPDATE waits, and is not asked again
create or replace function deposit(p_account int, p_amount numeric) returns numeric language sql as $$
  update accounts
  set balance = (select balance from accounts where account_id = p_account) + p_amount
  where account_id = p_account
  returning balance;
$$;

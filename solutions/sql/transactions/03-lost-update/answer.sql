create or replace function deposit(p_account int, p_amount numeric) returns numeric language sql as $$
  update accounts set balance = balance + p_amount where account_id = p_account returning balance;
$$;

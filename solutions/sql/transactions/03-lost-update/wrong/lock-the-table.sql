-- mistake: the whole table is locked, so deposits into other accounts wait as well
create or replace function deposit(p_account int, p_amount numeric) returns numeric language plpgsql as $$
declare
  old_balance numeric;
begin
  lock table accounts in share row exclusive mode;
  select balance into old_balance from accounts where account_id = p_account;
  update accounts set balance = old_balance + p_amount where account_id = p_account;
  return old_balance + p_amount;
end $$;

-- mistake: the balance that was read is old when the new one is written
create or replace function deposit(p_account int, p_amount numeric) returns numeric language plpgsql as $$
declare
  old_balance numeric;
begin
  select balance into old_balance from accounts where account_id = p_account;
  update accounts set balance = old_balance + p_amount where account_id = p_account;
  return old_balance + p_amount;
end $$;

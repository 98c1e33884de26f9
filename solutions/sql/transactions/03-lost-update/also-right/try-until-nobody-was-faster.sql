-- Optimistic: write only if the balance is still the one that was read, otherwise read again.
create or replace function deposit(p_account int, p_amount numeric) returns numeric language plpgsql as $$
declare
  old_balance numeric;
begin
  loop
    select balance into old_balance from accounts where account_id = p_account;
    if not found then
      return null;
    end if;
    update accounts set balance = old_balance + p_amount where account_id = p_account and balance = old_balance;
    if found then
      return old_balance + p_amount;
    end if;
  end loop;
end $$;

-- One lock for each account's number, freed when the transaction ends.
create or replace function deposit(p_account int, p_amount numeric) returns numeric language plpgsql as $$
declare
  new_balance numeric;
begin
  perform pg_advisory_xact_lock(p_account);
  select balance + p_amount into new_balance from accounts where account_id = p_account;
  update accounts set balance = new_balance where account_id = p_account;
  return new_balance;
end $$;

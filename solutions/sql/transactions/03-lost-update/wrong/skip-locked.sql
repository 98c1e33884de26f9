-- mistake: SKIP LOCKED passes over the row that somebody else holds, and the deposit is lost without a word
create or replace function deposit(p_account int, p_amount numeric) returns numeric language sql as $$
  update accounts set balance = balance + p_amount
  where account_id = (select account_id from accounts where account_id = p_account for update skip locked)
  returning balance;
$$;

-- mistake: a transaction's isolation level can't be set any more once it has run a query
create or replace function deposit(p_account int, p_amount numeric) returns numeric language plpgsql as $$
begin
  set transaction isolation level serializable;
  update accounts set balance = balance + p_amount where account_id = p_account;
  return (select balance from accounts where account_id = p_account);
end $$;

do $$
declare
  due record;
begin
  for due in select * from (values (3, 1, 3, 250.00), (4, 3, 2, 40.00)) as t (id, payer, payee, amount) order by id loop
    update accounts set balance = balance - due.amount where account_id = due.payer;
    update accounts set balance = balance + due.amount where account_id = due.payee;
    insert into transfers values (due.id, due.payer, due.payee, due.amount);
  end loop;
end $$;

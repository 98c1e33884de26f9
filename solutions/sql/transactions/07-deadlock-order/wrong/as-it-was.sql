-- mistake: each transfer takes its own first account first, so two of them can wait for each other
begin;
update accounts set balance = balance - :amount where account_id = :from;
update accounts set balance = balance + :amount where account_id = :to;
commit;

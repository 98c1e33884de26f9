-- mistake: the whole table is locked, so transfers between other accounts wait as well
begin;
lock table accounts in share row exclusive mode;
update accounts set balance = balance - :amount where account_id = :from;
update accounts set balance = balance + :amount where account_id = :to;
commit;

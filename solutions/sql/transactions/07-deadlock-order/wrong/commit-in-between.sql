-- mistake: the commit in between avoids the deadlock and shows a state in which the money is missing
begin;
update accounts set balance = balance - :amount where account_id = :from;
commit;
begin;
update accounts set balance = balance + :amount where account_id = :to;
commit;

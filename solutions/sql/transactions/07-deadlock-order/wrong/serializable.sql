-- mistake: a stricter isolation level finds more conflicts, it does not order the locks
begin isolation level serializable;
update accounts set balance = balance - :amount where account_id = :from;
update accounts set balance = balance + :amount where account_id = :to;
commit;

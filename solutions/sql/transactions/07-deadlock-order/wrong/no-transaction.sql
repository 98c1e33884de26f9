-- mistake: without a transaction nobody deadlocks, and the money is missing for a moment
update accounts set balance = balance - :amount where account_id = :from;
update accounts set balance = balance + :amount where account_id = :to;

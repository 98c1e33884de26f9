update accounts set balance = balance + interest where kind = 'savings' and status = 'open';
update accounts set interest = 0 where kind = 'savings' and status = 'open';
update accounts set credited_on = '2026-12-31' where kind = 'savings' and status = 'open';

-- mistake: the first statement clears the interest, so the second one pays out zero
update accounts set interest = 0, credited_on = '2026-12-31' where kind = 'savings' and status = 'open';
update accounts set balance = balance + interest where kind = 'savings' and status = 'open';

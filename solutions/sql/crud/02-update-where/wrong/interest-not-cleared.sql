-- mistake: the interest stays where it was and will be paid out again
update accounts set balance = balance + interest, credited_on = '2026-12-31'
where kind = 'savings' and status = 'open';

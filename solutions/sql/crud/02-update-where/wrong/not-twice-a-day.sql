-- mistake: leaves out accounts that bear the date already, though their interest is to be paid out too
update accounts
set balance = balance + interest, interest = 0, credited_on = '2026-12-31'
where kind = 'savings' and status = 'open' and (credited_on is null or credited_on < '2026-12-31');

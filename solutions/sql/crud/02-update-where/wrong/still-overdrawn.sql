-- mistake: leaves out accounts that are below zero even with the interest
update accounts
set balance = balance + interest, interest = 0, credited_on = '2026-12-31'
where kind = 'savings' and status = 'open' and balance + interest >= 0;

-- mistake: OR takes accounts that fulfil only one of the two conditions
update accounts set balance = balance + interest, interest = 0, credited_on = '2026-12-31'
where kind = 'savings' or status = 'open';

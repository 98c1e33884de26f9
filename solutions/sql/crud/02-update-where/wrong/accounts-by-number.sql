-- mistake: names the accounts that take part today instead of saying what makes them take part
update accounts
set balance = balance + interest, interest = 0, credited_on = date '2026-12-31'
where account_id in (1, 4, 5, 8);

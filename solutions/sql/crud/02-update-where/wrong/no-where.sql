-- mistake: without WHERE every account is paid out
update accounts set balance = balance + interest, interest = 0, credited_on = '2026-12-31';

-- mistake: the kind is not looked at, so open current accounts are paid out too
update accounts set balance = balance + interest, interest = 0, credited_on = '2026-12-31'
where status = 'open';

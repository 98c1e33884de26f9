-- mistake: a new account without interest keeps its empty date
update accounts
set balance = balance + interest, interest = 0, credited_on = '2026-12-31'
where kind = 'savings' and status = 'open' and (interest > 0 or credited_on is not null);

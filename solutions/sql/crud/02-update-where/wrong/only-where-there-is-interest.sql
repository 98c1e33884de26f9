-- mistake: accounts without interest are left out, so their date does not move
update accounts set balance = balance + interest, interest = 0, credited_on = '2026-12-31'
where kind = 'savings' and status = 'open' and interest > 0;

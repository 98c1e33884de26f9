-- mistake: the columns to set are joined with AND instead of a comma
update accounts set balance = balance + interest and interest = 0 and credited_on = '2026-12-31'
where kind = 'savings' and status = 'open';

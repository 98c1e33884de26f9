-- mistake: takes only accounts that were credited a year ago or never, so one that was left out for a year stays out
update accounts
set balance = balance + interest, interest = 0, credited_on = '2026-12-31'
where kind = 'savings' and status = 'open' and (credited_on = '2025-12-31' or credited_on is null);

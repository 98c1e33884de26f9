-- mistake: the interest replaces the balance instead of being added to it
update accounts set balance = interest, interest = 0, credited_on = '2026-12-31'
where kind = 'savings' and status = 'open';

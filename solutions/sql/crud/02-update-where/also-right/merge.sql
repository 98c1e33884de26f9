merge into accounts a
using (select account_id, interest from accounts where kind = 'savings' and status = 'open') as paid
on a.account_id = paid.account_id
when matched then update set balance = a.balance + paid.interest, interest = 0, credited_on = '2026-12-31';

UPDATE accounts AS a
SET (interest, credited_on, balance) = ROW (0, '2026-12-31'::date, a.interest + a.balance)
WHERE (a.kind, a.status) = ('savings', 'open');

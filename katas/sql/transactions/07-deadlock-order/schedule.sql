-- Each session runs your script with values of its own. :next runs its next statement, :rest all that are left.

-- schedule: two transfers in opposite directions
-- with a: from = 1, to = 2, amount = 30.00
-- with b: from = 2, to = 1, amount = 20.00
-- session a
:next;
-- session b
:next;
-- session a
:next;
-- session b
:next;
-- session a
:next;
-- session b
:next;
-- session a
:rest;
-- session b
:rest;

-- schedule: three transfers in a circle
-- with a: from = 1, to = 2, amount = 30.00
-- with b: from = 2, to = 3, amount = 20.00
-- with c: from = 3, to = 1, amount = 10.00
-- session a
:next; :next;
-- session b
:next; :next;
-- session c
:next; :next;
-- session a
:rest;
-- session b
:rest;
-- session c
:rest;

-- schedule: transfers between other accounts, where nobody has to wait
-- with a: from = 1, to = 2, amount = 30.00
-- with b: from = 4, to = 3, amount = 20.00
-- session a
:next; :next;
-- session b
:next; :next;
:rest;
-- session a
:rest;

-- schedule: somebody adds up the money after every statement
-- with a: from = 3, to = 1, amount = 300.00
-- session a
:next;
-- session b
select sum(balance) from accounts;
-- session a
:next;
-- session b
select sum(balance) from accounts;
-- session a
:next;
-- session b
select sum(balance) from accounts;
-- session a
:rest;
-- session b
select account_id, balance from accounts;

select l.payment_no, l.amount as our_amount, f.amount as their_amount, 'amounts differ' as problem
from ledger l join card_file f on f.payment_no = l.payment_no and f.amount <> l.amount
union all
select payment_no, amount, null, 'not in card file'
from ledger where payment_no not in (select payment_no from card_file)
union all
select payment_no, null, amount, 'not in ledger'
from card_file where payment_no not in (select payment_no from ledger)
order by payment_no;

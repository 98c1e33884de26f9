-- mistake: a payment missing from the ledger is reported as missing from the card file, and the other way round
select payment_no, l.amount as our_amount, f.amount as their_amount,
       case when l.amount is null then 'not in card file' when f.amount is null then 'not in ledger' else 'amounts differ' end as problem
from ledger l full join card_file f using (payment_no)
where l.amount is distinct from f.amount
order by payment_no;

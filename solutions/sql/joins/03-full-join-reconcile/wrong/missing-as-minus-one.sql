-- mistake: a missing payment counts as -1, so a refund of 1.00 without a partner is not found
select payment_no, l.amount as our_amount, f.amount as their_amount,
       case when l.amount is null then 'not in ledger' when f.amount is null then 'not in card file' else 'amounts differ' end as problem
from ledger l full join card_file f using (payment_no)
where coalesce(l.amount, -1) <> coalesce(f.amount, -1)
order by payment_no;

-- mistake: a missing payment counts as 0, so an entry of 0.00 without a partner is not found
select payment_no, l.amount as our_amount, f.amount as their_amount,
       case when l.amount is null then 'not in ledger' when f.amount is null then 'not in card file' else 'amounts differ' end as problem
from ledger l full join card_file f using (payment_no)
where coalesce(l.amount, 0) <> coalesce(f.amount, 0)
order by payment_no;

-- mistake: joined on number and amount, so a payment with two amounts falls apart into two missing ones
select payment_no, l.amount as our_amount, f.amount as their_amount,
       case when l.amount is null then 'not in ledger' when f.amount is null then 'not in card file' else 'amounts differ' end as problem
from ledger l full join card_file f using (payment_no, amount)
where l.amount is null or f.amount is null
order by payment_no;

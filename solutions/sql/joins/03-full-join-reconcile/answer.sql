select payment_no,
       l.amount as our_amount,
       f.amount as their_amount,
       case
         when l.amount is null then 'not in ledger'
         when f.amount is null then 'not in card file'
         else 'amounts differ'
       end as problem
from ledger l
full join card_file f using (payment_no)
where l.amount is distinct from f.amount
order by payment_no;

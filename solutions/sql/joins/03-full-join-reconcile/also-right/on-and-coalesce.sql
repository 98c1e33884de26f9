select coalesce(l.payment_no, f.payment_no) as payment_no,
       l.amount as our_amount,
       f.amount as their_amount,
       case
         when l.payment_no is null then 'not in ledger'
         when f.payment_no is null then 'not in card file'
         else 'amounts differ'
       end as problem
from card_file f
full outer join ledger l on l.payment_no = f.payment_no
where l.payment_no is null or f.payment_no is null or l.amount <> f.amount
order by 1;

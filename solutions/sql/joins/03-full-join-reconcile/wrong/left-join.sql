-- mistake: payments that only the card company knows are dropped
select payment_no, l.amount as our_amount, f.amount as their_amount,
       case when f.amount is null then 'not in card file' else 'amounts differ' end as problem
from ledger l left join card_file f using (payment_no)
where l.amount is distinct from f.amount
order by payment_no;

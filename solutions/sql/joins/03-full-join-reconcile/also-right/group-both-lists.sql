with entries as (
  select payment_no, amount as ours, null::numeric as theirs from ledger
  union all
  select payment_no, null, amount from card_file
)
select payment_no, max(ours) as our_amount, max(theirs) as their_amount,
       case
         when count(ours) = 0 then 'not in ledger'
         when count(theirs) = 0 then 'not in card file'
         else 'amounts differ'
       end as problem
from entries
group by payment_no
having count(ours) <> count(theirs) or max(ours) <> max(theirs)
order by payment_no;

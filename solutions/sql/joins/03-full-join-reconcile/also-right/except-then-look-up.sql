with doubtful as (
  (table ledger except table card_file)
  union
  (table card_file except table ledger)
),
sides as (
  select payment_no,
         (select amount from ledger l where l.payment_no = n.payment_no) as our_amount,
         (select amount from card_file f where f.payment_no = n.payment_no) as their_amount
  from (select distinct payment_no from doubtful) n
)
select payment_no, our_amount, their_amount,
       case when our_amount is null then 'not in ledger'
            when their_amount is null then 'not in card file'
            else 'amounts differ' end as problem
from sides
order by payment_no;
